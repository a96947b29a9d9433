# Policies: Create policy, JSON
aws iam create-policy \
  --policy-name SshThroughSessionManager \
  --policy-document file://allow.json
