# Policies: Create policy, JSON
aws iam create-policy \
  --policy-name SessionsOnNamedNodes \
  --policy-document file://named-nodes.json
