# Create role: AWS Service, EC2
aws iam create-role \
  --role-name ManagedInstances \
  --assume-role-policy-document file://../console/ec2-trust.json

aws iam attach-role-policy \
  --role-name ManagedInstances \
  --policy-arn arn:aws:iam::aws:policy/service-role/AmazonEC2RoleforSSM

# the console adds it to a role for EC2
aws iam create-instance-profile --instance-profile-name ManagedInstances

aws iam add-role-to-instance-profile \
  --instance-profile-name ManagedInstances \
  --role-name ManagedInstances
