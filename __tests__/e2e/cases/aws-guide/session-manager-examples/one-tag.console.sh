# Policies: Create policy, JSON
aws iam create-policy \
  --policy-name SSMSessionManagerAccess \
  --policy-document file://one-tag.json
