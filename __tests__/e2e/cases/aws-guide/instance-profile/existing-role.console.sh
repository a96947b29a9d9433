# Permissions: Attach policies
aws iam attach-role-policy \
  --role-name WebServers \
  --policy-arn arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore

aws iam attach-role-policy \
  --role-name WebServers \
  --policy-arn arn:aws:iam::account-id:policy/SSMInstanceProfileS3Policy

aws iam attach-role-policy \
  --role-name WebServers \
  --policy-arn arn:aws:iam::aws:policy/AmazonSSMDirectoryServiceAccess

aws iam attach-role-policy \
  --role-name WebServers \
  --policy-arn arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy
