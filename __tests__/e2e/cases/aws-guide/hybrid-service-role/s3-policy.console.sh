# the page has its reader make this policy first, by the instance profile page
aws iam create-policy \
  --policy-name my-bucket-policy-name \
  --policy-document file://../instance-profile/s3-access.json
