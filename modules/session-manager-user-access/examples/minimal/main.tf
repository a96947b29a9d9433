terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

resource "aws_iam_group" "support" {
  name = "support"
}

module "sessions" {
  source = "../.."

  instance_tags = { Environment = "test" }
  groups        = [aws_iam_group.support.name]
}
