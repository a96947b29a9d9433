terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

# Replace 210987654321 with the ID of the account that starts automations. Add `organization_id` if
# the trust policy has aws:PrincipalOrgID. The names are those of the guide's template. Add
# `role_name` if yours has another one, and `path` if the role has one.
# If CloudFormation created the role, first set `DeletionPolicy: Retain` on it in the template and
# update the stack. Otherwise, deleting the stack deletes the role.
module "automation_execution_role" {
  source = "../.."

  administration_account_id = "210987654321"
}

import {
  to = module.automation_execution_role.aws_iam_role.this
  id = "AWS-SystemsManager-AutomationExecutionRole"
}

import {
  to = module.automation_execution_role.aws_iam_role_policy.own
  id = "AWS-SystemsManager-AutomationExecutionRole:ExecutionPolicy"
}

import {
  to = module.automation_execution_role.aws_iam_role_policy_attachment.managed["AmazonSSMAutomationRole"]
  id = "AWS-SystemsManager-AutomationExecutionRole/arn:aws:iam::aws:policy/service-role/AmazonSSMAutomationRole"
}
