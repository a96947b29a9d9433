# Policies: Create policy, JSON
aws iam create-policy \
  --policy-name SessionManagerPermissions \
  --policy-document file://minimal.json

# Roles: Create role, AWS service, EC2
aws iam create-role \
  --role-name MySessionManagerRole \
  --assume-role-policy-document file://../console/ec2-trust.json

aws iam attach-role-policy \
  --role-name MySessionManagerRole \
  --policy-arn arn:aws:iam::account-id:policy/SessionManagerPermissions

# the console adds it to a role for EC2
aws iam create-instance-profile --instance-profile-name MySessionManagerRole

aws iam add-role-to-instance-profile \
  --instance-profile-name MySessionManagerRole \
  --role-name MySessionManagerRole
