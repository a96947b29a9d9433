terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

# The policy of the key lets IAM policies of the account allow its use, as that of the role does.
resource "aws_kms_key" "notices" {
  description = "Notices of commands"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:${data.aws_partition.current.partition}:iam::${data.aws_caller_identity.current.account_id}:root" }
      Action    = "kms:*"
      Resource  = "*"
    }]
  })
}

resource "aws_sns_topic" "notices" {
  for_each = toset(["commands", "maintenance"])

  name              = each.key
  kms_master_key_id = aws_kms_key.notices.arn
}

module "notifications" {
  source = "../.."

  role_name    = "notifications"
  topic_arns   = [for topic in aws_sns_topic.notices : topic.arn]
  kms_key_arns = [aws_kms_key.notices.arn]

  tags = { Team = "operations" }
}
