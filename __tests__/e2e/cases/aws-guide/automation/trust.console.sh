# Trust Relationships: Edit Trust Relationship
aws iam update-assume-role-policy \
  --role-name AutomationServiceRole \
  --policy-document file://trust.json
