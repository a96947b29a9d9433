terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

resource "aws_iam_group" "administrators" {
  name = "administrators"
}

resource "aws_iam_role" "window" {
  name = "patch-window"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "ssm.amazonaws.com" }
    }]
  })
}

# They may do everything in Systems Manager: they are root on every managed node.
module "administrators" {
  source = "../.."

  access         = "full"
  groups         = [aws_iam_group.administrators.name]
  pass_role_arns = [aws_iam_role.window.arn]

  policy_name = "pass-window-role"
  path        = "/operations/"
  tags        = { Team = "operations" }
}

output "policy" {
  value = module.administrators.policy_arn
}
