terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

# The names are those of the guide's template. Add `role_name` if yours has another one.
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
