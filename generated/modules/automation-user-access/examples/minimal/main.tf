terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

resource "aws_iam_group" "operators" {
  name = "operators"
}

module "operators" {
  source = "../.."

  automation_role_arn = "arn:aws:iam::123456789012:role/AutomationServiceRole"
  groups              = [aws_iam_group.operators.name]
}
