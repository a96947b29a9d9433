# a policy for a user, in the JSON of the page
aws iam put-user-policy \
  --user-name administrator \
  --policy-name Parameters \
  --policy-document file://administrators.console.json
