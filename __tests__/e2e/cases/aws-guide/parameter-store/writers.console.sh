# a policy for a user, in the JSON of the page
aws iam put-user-policy \
  --user-name writer \
  --policy-name Parameters \
  --policy-document file://writers.console.json
