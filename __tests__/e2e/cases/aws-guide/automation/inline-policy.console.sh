# Permissions: Add inline policy, JSON
aws iam put-role-policy \
  --role-name AutomationServiceRole \
  --policy-name S3PutAndGet \
  --policy-document file://s3-put-and-get.json

aws iam put-role-policy \
  --role-name AutomationServiceRole \
  --policy-name EC2Snapshots \
  --policy-document file://ec2-snapshots.json
