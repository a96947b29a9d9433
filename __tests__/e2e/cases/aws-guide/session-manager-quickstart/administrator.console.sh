# Policies: Create policy, JSON
aws iam create-policy \
  --policy-name SessionAdministrators \
  --policy-document file://administrator.json
