terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

# Replace AutomationServiceRole with the name of your role, and the names under `inline_policies` with
# your own, here and in the import blocks. Add `path` if the role has one.
# The plan removes EC2 from the trust policy. If instances use this role, add
# `trusted_services = ["ec2.amazonaws.com"]`. The plan adds the inline policy of the module. Add the
# other roles of the guide's policy for iam:PassRole to `pass_role_arns`. After the apply, delete that
# policy. The module does not manage the instance profile of the role.
module "automation_service_role" {
  source = "../.."

  role_name = "AutomationServiceRole"

  inline_policies = {
    S3PutAndGet = jsonencode({
      Version = "2012-10-17"
      Statement = [{
        Effect   = "Allow"
        Action   = ["s3:PutObject", "s3:GetObject"]
        Resource = "arn:aws:s3:::own-bucket/*"
      }]
    })
  }
}

import {
  to = module.automation_service_role.aws_iam_role.this
  id = "AutomationServiceRole"
}

import {
  to = module.automation_service_role.aws_iam_role_policy_attachment.managed["AmazonSSMAutomationRole"]
  id = "AutomationServiceRole/arn:aws:iam::aws:policy/service-role/AmazonSSMAutomationRole"
}

import {
  to = module.automation_service_role.aws_iam_role_policy.inline["S3PutAndGet"]
  id = "AutomationServiceRole:S3PutAndGet"
}
