# a policy for the instance role, in the JSON of the page
aws iam put-role-policy \
  --role-name Nodes \
  --policy-name Parameters \
  --policy-document file://nodes.console.json
