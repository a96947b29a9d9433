# Policies: Create policy, JSON
aws iam create-policy \
  --policy-name my-maintenance-window-role-policy \
  --policy-document file://role-policy.json

# Create role: AWS service, Systems Manager
aws iam create-role \
  --role-name my-maintenance-window-role \
  --assume-role-policy-document file://../console/ssm-trust.json

aws iam attach-role-policy \
  --role-name my-maintenance-window-role \
  --policy-arn arn:aws:iam::account-id:policy/my-maintenance-window-role-policy
