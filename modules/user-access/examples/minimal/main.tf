terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

resource "aws_iam_group" "observers" {
  name = "observers"
}

module "observers" {
  source = "../.."

  groups = [aws_iam_group.observers.name]
}
