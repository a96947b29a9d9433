# an existing role
aws iam create-role \
  --role-name WebServers \
  --assume-role-policy-document file://../console/ec2-trust.json
