terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

# The instances that runbooks attach an instance profile to.
module "instances" {
  source = "../../../instance-profile"

  role_name = "built-by-runbooks"
}

module "automation" {
  source = "../.."

  role_name = "runbooks"

  pass_role_arns       = [module.instances.role_arn]
  lambda_function_arns = ["arn:aws:lambda:us-east-2:123456789012:function:notify"]

  inline_policies = {
    snapshots = jsonencode({
      Version = "2012-10-17"
      Statement = [{
        Effect   = "Allow"
        Action   = ["ec2:CreateSnapshot", "ec2:DescribeSnapshots"]
        Resource = "*"
      }]
    })
  }

  tags = { Team = "operations" }
}

resource "aws_iam_group" "operators" {
  name = "operators"
}

# The people who may run them.
module "operators" {
  source = "../../../automation-user-access"

  automation_role_arn = module.automation.role_arn
  groups              = [aws_iam_group.operators.name]
}
