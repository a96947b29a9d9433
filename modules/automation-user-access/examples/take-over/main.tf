terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

# Replace jane with your user, and the ARN with that of your Automation role. The plan adds a policy
# for iam:PassRole and attaches it. After the apply, delete the guide's inline policy for
# iam:PassRole. To stop using AmazonSSMFullAccess, remove `access` and the import block, and detach it
# after the apply.
module "automation_user_access" {
  source = "../.."

  access              = "full"
  automation_role_arn = "arn:aws:iam::123456789012:role/AutomationServiceRole"
  users               = ["jane"]
}

import {
  to = module.automation_user_access.aws_iam_user_policy_attachment.full_access["jane"]
  id = "jane/arn:aws:iam::aws:policy/AmazonSSMFullAccess"
}
