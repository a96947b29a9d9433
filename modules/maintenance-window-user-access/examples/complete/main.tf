terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

resource "aws_iam_role" "maintenance_window" {
  name = "maintenance-window"
  path = "/operations/"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "ssm.amazonaws.com" }
    }]
  })
}

resource "aws_iam_user" "planner" {
  name = "planner"
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

module "planners" {
  source = "../.."

  maintenance_window_role_arn = aws_iam_role.maintenance_window.arn
  users                       = [aws_iam_user.planner.name]
  roles                       = [aws_iam_role.pipeline.name]

  policy_name = "register-tasks"
  path        = "/operations/"
  tags        = { Team = "operations" }
}

output "policy" {
  value = module.planners.policy_arn
}
