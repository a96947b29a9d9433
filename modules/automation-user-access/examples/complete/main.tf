terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

module "automation" {
  source = "../../../automation-service-role"
}

resource "aws_iam_user" "night_shift" {
  name = "night-shift"
}

resource "aws_iam_role" "pipeline" {
  name = "pipeline"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "codebuild.amazonaws.com" }
    }]
  })
}

module "operators" {
  source = "../.."

  automation_role_arn = module.automation.role_arn
  users               = [aws_iam_user.night_shift.name]
  roles               = [aws_iam_role.pipeline.name]

  # They have permissions on Systems Manager already.
  full_access = false

  policy_name = "pass-automation-role"
  path        = "/operations/"
  tags        = { Team = "operations" }
}

output "pass_role_policy" {
  value = module.operators.policy_arn
}
