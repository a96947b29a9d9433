aws iam create-role --role-name SSMServiceRole --assume-role-policy-document file://SSMService-Trust.json

aws iam attach-role-policy --role-name SSMServiceRole --policy-arn arn:aws:iam::aws:policy/service-role/AmazonEC2RoleforSSM
