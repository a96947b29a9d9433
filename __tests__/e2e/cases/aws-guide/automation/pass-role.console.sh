# Permissions: Add inline policy, Visual editor
aws iam put-role-policy \
  --role-name AutomationServiceRole \
  --policy-name PassRole \
  --policy-document file://pass-role.console.json
