terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

resource "aws_iam_group" "developers" {
  name = "developers"
}

module "parameters" {
  source = "../.."

  paths  = ["/web"]
  groups = [aws_iam_group.developers.name]
}
