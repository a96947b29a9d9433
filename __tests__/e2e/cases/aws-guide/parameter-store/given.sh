# people, and the instance role of nodes
aws iam create-user --user-name reader
aws iam create-user --user-name administrator
aws iam create-user --user-name writer
aws iam create-role --role-name Nodes --assume-role-policy-document file://../console/ec2-trust.json
