# Create stack: AWS-SystemsManager-AutomationAdministrationRole (org).yaml
aws iam create-role \
  --role-name AWS-SystemsManager-AutomationAdministrationRole \
  --assume-role-policy-document file://administration-trust.json

aws iam put-role-policy \
  --role-name AWS-SystemsManager-AutomationAdministrationRole \
  --policy-name AssumeRole-AWSSystemsManagerAutomationExecutionRole \
  --policy-document file://administration-policy.json
