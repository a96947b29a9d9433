aws iam create-policy \
    --policy-name "mw-role-custom-policy" \
    --policy-document file://mw-role-custom-policy.json

aws iam create-role \
    --role-name "my-maintenance-window-role" \
    --assume-role-policy-document file://mw-role-trust-policy.json

aws iam attach-role-policy \
    --role-name "my-maintenance-window-role" \
    --policy-arn "arn:aws:iam::account-id:policy/mw-role-custom-policy"
