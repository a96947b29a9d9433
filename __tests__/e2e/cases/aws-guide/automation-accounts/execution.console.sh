# Create stack: AWS-SystemsManager-AutomationExecutionRole (org).yaml
aws iam create-role \
  --role-name AWS-SystemsManager-AutomationExecutionRole \
  --assume-role-policy-document file://execution-trust.json

aws iam attach-role-policy \
  --role-name AWS-SystemsManager-AutomationExecutionRole \
  --policy-arn arn:aws:iam::aws:policy/service-role/AmazonSSMAutomationRole

aws iam put-role-policy \
  --role-name AWS-SystemsManager-AutomationExecutionRole \
  --policy-name ExecutionPolicy \
  --policy-document file://execution-policy.json
