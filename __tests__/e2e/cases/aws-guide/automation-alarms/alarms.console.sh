# Create role: the service role of the page on Automation
aws iam create-role \
  --role-name AlarmAutomation \
  --assume-role-policy-document file://trust.json

aws iam attach-role-policy \
  --role-name AlarmAutomation \
  --policy-arn arn:aws:iam::aws:policy/service-role/AmazonSSMAutomationRole

# Permissions: Add inline policy, JSON
aws iam put-role-policy \
  --role-name AlarmAutomation \
  --policy-name CloudWatchAlarms \
  --policy-document file://alarms.json
