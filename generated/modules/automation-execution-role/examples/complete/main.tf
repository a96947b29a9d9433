terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

# In the account that starts automations, which is a target too.
module "administration" {
  source = "../../../automation-administration-role"

  execution_role_name = "operations/automation-execution"
}

data "aws_caller_identity" "current" {}

module "execution" {
  source = "../.."

  administration_account_id = data.aws_caller_identity.current.account_id
  administration_role_name  = module.administration.role_name
  organization_id           = "o-exampleorgid"

  role_name = "automation-execution"
  path      = "/operations/"

  # For automations that monitor CloudWatch alarms.
  inline_policies = {
    alarms = jsonencode({
      Version = "2012-10-17"
      Statement = [{
        Effect   = "Allow"
        Action   = "cloudwatch:DescribeAlarms"
        Resource = "*"
      }]
    })
  }

  tags = { Team = "operations" }
}
