terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

resource "aws_sns_topic" "patching" {
  name = "patching"
}

module "notifications" {
  source = "../../../notification-role"

  topic_arns = [aws_sns_topic.patching.arn]
}

module "windows" {
  source = "../.."

  role_name  = "maintenance-windows"
  automation = true

  lambda_function_arns = ["arn:aws:lambda:us-east-2:123456789012:function:drain"]
  state_machine_arns   = ["arn:aws:states:us-east-2:123456789012:stateMachine:rotate"]
  pass_role_arns       = [module.notifications.role_arn]

  # What the runbooks of the window do.
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
