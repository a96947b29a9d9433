# Create role: AWS service, EC2
aws iam create-role \
  --role-name SSMInstanceProfile \
  --assume-role-policy-document file://../console/ec2-trust.json

aws iam attach-role-policy \
  --role-name SSMInstanceProfile \
  --policy-arn arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore

aws iam attach-role-policy \
  --role-name SSMInstanceProfile \
  --policy-arn arn:aws:iam::account-id:policy/SSMInstanceProfileS3Policy

aws iam attach-role-policy \
  --role-name SSMInstanceProfile \
  --policy-arn arn:aws:iam::aws:policy/AmazonSSMDirectoryServiceAccess

aws iam attach-role-policy \
  --role-name SSMInstanceProfile \
  --policy-arn arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy

# the console adds it to a role for EC2
aws iam create-instance-profile --instance-profile-name SSMInstanceProfile

aws iam add-role-to-instance-profile \
  --instance-profile-name SSMInstanceProfile \
  --role-name SSMInstanceProfile
