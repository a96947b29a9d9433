# Policies: Create policy, JSON
aws iam create-policy \
  --policy-name my-sns-publish-permissions \
  --policy-document file://sns-publish.json

# Create role: AWS service, Systems Manager
aws iam create-role \
  --role-name SSMNotificationRole \
  --assume-role-policy-document file://../console/ssm-trust.json

aws iam attach-role-policy \
  --role-name SSMNotificationRole \
  --policy-arn arn:aws:iam::account-id:policy/my-sns-publish-permissions
