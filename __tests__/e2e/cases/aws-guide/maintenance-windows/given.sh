# an IAM user
aws iam create-user --user-name mary
