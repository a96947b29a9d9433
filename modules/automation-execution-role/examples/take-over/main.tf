terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

# Fill in the ID of the account that starts automations for 210987654321. Add `organization_id` if the
# trust policy has aws:PrincipalOrgID. The names are those of the guide's template. Add `role_name` if
# yours has another one.
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
