# the role of the maintenance window
aws iam create-role \
  --role-name SSMMaintenanceWindowRole \
  --assume-role-policy-document file://../console/ssm-trust.json

# Permissions: Create inline policy, Visual editor
aws iam put-role-policy \
  --role-name SSMMaintenanceWindowRole \
  --policy-name PassRole \
  --policy-document file://pass-role.console.json
