# the same policy, with the JSON for an encrypted topic
aws iam create-policy-version \
  --policy-arn arn:aws:iam::account-id:policy/my-sns-publish-permissions \
  --policy-document file://sns-publish-encrypted.json

aws iam set-default-policy-version \
  --policy-arn arn:aws:iam::account-id:policy/my-sns-publish-permissions \
  --version-id v2
