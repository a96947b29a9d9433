# Policies: Create policy, JSON
aws iam create-policy \
  --policy-name SSMInstanceProfileS3Policy \
  --policy-document file://s3-access.json
