terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

# Replace mary with your user. For groups and roles, the resource is aws_iam_group_policy_attachment
# or aws_iam_role_policy_attachment. For AmazonSSMReadOnlyAccess, set `access` to "aws-read-only": its
# attachments are aws_read_only instead of full_access.
module "user_access" {
  source = "../.."

  access = "full"
  users  = ["mary"]
}

import {
  to = module.user_access.aws_iam_user_policy_attachment.full_access["mary"]
  id = "mary/arn:aws:iam::aws:policy/AmazonSSMFullAccess"
}
