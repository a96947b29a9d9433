terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

resource "aws_kms_key" "parameters" {
  description             = "Parameters of the web servers"
  deletion_window_in_days = 7
}

resource "aws_iam_role" "web" {
  name = "web-servers"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "ec2.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role" "pipeline" {
  name = "web-pipeline"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "codebuild.amazonaws.com" }
    }]
  })
}

# The nodes read what is below /web, and one parameter beside it.
module "nodes" {
  source = "../.."

  policy_name  = "read-web-parameters"
  paths        = ["/web"]
  names        = ["/shared/licence"]
  kms_key_arns = [aws_kms_key.parameters.arn]
  roles        = [aws_iam_role.web.name]
}

# The pipeline writes what is below /web, and cannot read it.
module "pipeline" {
  source = "../.."

  policy_name  = "write-web-parameters"
  access       = "write"
  paths        = ["/web"]
  kms_key_arns = [aws_kms_key.parameters.arn]
  roles        = [aws_iam_role.pipeline.name]
}
