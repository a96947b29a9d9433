terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

# Fill in the name of your role for AutomationServiceRole, and your own inline policies for S3PutAndGet.
# The plan adds the inline policy of the module. Delete the guide's inline policy for iam:PassRole, and
# the instance profile of the role, when you no longer need them: the module leaves both alone.
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
