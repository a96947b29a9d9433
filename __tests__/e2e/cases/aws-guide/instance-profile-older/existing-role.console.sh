# Permissions: Attach policy
aws iam attach-role-policy \
  --role-name Reporting \
  --policy-arn arn:aws:iam::aws:policy/service-role/AmazonEC2RoleforSSM
