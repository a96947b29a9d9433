terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

module "administration" {
  source = "../.."

  role_name            = "automation-administration"
  execution_role_name  = "operations/automation-execution"
  organizational_units = true

  tags = { Team = "operations" }
}

resource "aws_iam_group" "operators" {
  name = "central-operators"
}

# The people who may run automations with it.
module "operators" {
  source = "../../../automation-user-access"

  automation_role_arn = module.administration.role_arn
  groups              = [aws_iam_group.operators.name]

  policy_name = "run-automations-in-all-accounts"
}
