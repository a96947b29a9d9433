# the policy of the page
aws iam put-user-policy \
  --user-name operator \
  --policy-name SystemsManager \
  --policy-document file://operator.console.json
