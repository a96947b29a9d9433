# Permissions: AmazonSSMFullAccess is listed
aws iam attach-user-policy \
  --user-name jane \
  --policy-arn arn:aws:iam::aws:policy/AmazonSSMFullAccess

# Add inline policy: Policy Generator
aws iam put-user-policy \
  --user-name jane \
  --policy-name PassRole \
  --policy-document file://user-access.console.json
