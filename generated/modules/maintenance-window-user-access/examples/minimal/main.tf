terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

resource "aws_iam_group" "planners" {
  name = "planners"
}

module "planners" {
  source = "../.."

  maintenance_window_role_arn = "arn:aws:iam::123456789012:role/my-maintenance-window-role"
  groups                      = [aws_iam_group.planners.name]
}
