terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

# The names are those of the guide's template. Add `role_name` if yours has another one, and `path` if
# the role has one. If automations target organizational units, add `organizational_units = true`:
# otherwise the plan removes organizations:ListAccountsForParent.
# If CloudFormation created the role, first set `DeletionPolicy: Retain` on it in the template and
# update the stack. Otherwise, deleting the stack deletes the role.
module "automation_administration_role" {
  source = "../.."
}

import {
  to = module.automation_administration_role.aws_iam_role.this
  id = "AWS-SystemsManager-AutomationAdministrationRole"
}

import {
  to = module.automation_administration_role.aws_iam_role_policy.own
  id = "AWS-SystemsManager-AutomationAdministrationRole:AssumeRole-AWSSystemsManagerAutomationExecutionRole"
}
