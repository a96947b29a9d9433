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

# They start these runbooks and no others.
module "operators" {
  source = "../.."

  automation_role_arn = module.automation.role_arn
  documents           = ["AWS-RestartEC2Instance", "RotateLogs"]
  users               = [aws_iam_user.night_shift.name]
  roles               = [aws_iam_role.pipeline.name]

  policy_name = "run-automations"
  path        = "/operations/"
  tags        = { Team = "operations" }
}

data "aws_ssoadmin_instances" "this" {}

# IAM lets nobody attach a policy to the roles that IAM Identity Center makes: their permission set has it.
resource "aws_ssoadmin_permission_set" "operators" {
  name         = "Operators"
  instance_arn = one(data.aws_ssoadmin_instances.this.arns)
}

resource "aws_ssoadmin_permission_set_inline_policy" "operators" {
  instance_arn       = aws_ssoadmin_permission_set.operators.instance_arn
  permission_set_arn = aws_ssoadmin_permission_set.operators.arn
  inline_policy      = module.operators.policy_document
}

output "policy" {
  value = module.operators.policy_arn
}
