# a policy for a user, in the JSON of the page
aws iam put-user-policy \
  --user-name reader \
  --policy-name Parameters \
  --policy-document file://readers.console.json
