# Create role: AWS Service, EC2
aws iam create-role \
  --role-name AutomationServiceRole \
  --assume-role-policy-document file://../console/ec2-trust.json

aws iam attach-role-policy \
  --role-name AutomationServiceRole \
  --policy-arn arn:aws:iam::aws:policy/service-role/AmazonSSMAutomationRole

# the console adds it to a role for EC2
aws iam create-instance-profile --instance-profile-name AutomationServiceRole

aws iam add-role-to-instance-profile \
  --instance-profile-name AutomationServiceRole \
  --role-name AutomationServiceRole
