terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

resource "aws_s3_bucket" "scripts" {
  bucket_prefix = "scripts-"
}

module "s3" {
  source = "../.."

  policy_name = "agents-s3"
  path        = "/servers/"
  description = "What the agents of our servers read and write."

  regions = ["eu-central-1", "eu-west-1"]

  s3_buckets = [
    { name = aws_s3_bucket.scripts.bucket, access = "read" },
    # The account of the auditors owns this one.
    { name = "example-audit-logs", prefix = "agents", access = "write", cross_account = true },
  ]

  tags = { Team = "platform" }
}

resource "aws_iam_role" "servers" {
  name = "servers"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "ec2.amazonaws.com" }
    }]
  })
}

# One policy for AWS's buckets, one for ours.
resource "aws_iam_role_policy_attachment" "s3" {
  for_each = module.s3.policies

  role       = aws_iam_role.servers.name
  policy_arn = each.value
}
