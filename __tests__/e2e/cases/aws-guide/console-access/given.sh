# people
aws iam create-user --user-name observer
aws iam create-user --user-name operator
