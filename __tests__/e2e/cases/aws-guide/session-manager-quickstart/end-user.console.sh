# Policies: Create policy, JSON
aws iam create-policy \
  --policy-name SessionEndUsers \
  --policy-document file://end-user.json
