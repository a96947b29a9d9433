# Policies: Create policy, JSON
aws iam create-policy \
  --policy-name SessionLogs \
  --policy-document file://logging.json

# Roles: Create role, AWS service, EC2
aws iam create-role \
  --role-name SessionLogs \
  --assume-role-policy-document file://../console/ec2-trust.json

aws iam attach-role-policy \
  --role-name SessionLogs \
  --policy-arn arn:aws:iam::account-id:policy/SessionLogs

# the console adds it to a role for EC2
aws iam create-instance-profile --instance-profile-name SessionLogs

aws iam add-role-to-instance-profile \
  --instance-profile-name SessionLogs \
  --role-name SessionLogs
