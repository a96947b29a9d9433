# Permissions: AmazonSSMFullAccess is listed
aws iam attach-user-policy \
  --user-name mary \
  --policy-arn arn:aws:iam::aws:policy/AmazonSSMFullAccess

# Add permissions, Create inline policy
aws iam put-user-policy \
  --user-name mary \
  --policy-name PassRole \
  --policy-document file://user-access.json
