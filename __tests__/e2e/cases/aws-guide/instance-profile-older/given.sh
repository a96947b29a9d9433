# an existing role
aws iam create-role \
  --role-name Reporting \
  --assume-role-policy-document file://../console/ec2-trust.json
