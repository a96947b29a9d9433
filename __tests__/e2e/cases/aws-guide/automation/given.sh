# a user account
aws iam create-user --user-name jane
