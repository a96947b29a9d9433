# the policy of the page
aws iam put-user-policy \
  --user-name observer \
  --policy-name SystemsManager \
  --policy-document file://read-only.console.json
