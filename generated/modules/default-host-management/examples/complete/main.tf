terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

provider "aws" {
  alias  = "oregon"
  region = "us-west-2"
}

data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

# The role, and the setting in the region of the default provider.
module "default_host_management" {
  source = "../.."

  # Session logs in an encrypted log group, beyond what AWS's policy allows.
  inline_policies = {
    session-logs = jsonencode({
      Version = "2012-10-17"
      Statement = [{
        Effect   = "Allow"
        Action   = ["logs:CreateLogStream", "logs:DescribeLogGroups", "logs:DescribeLogStreams", "logs:PutLogEvents"]
        Resource = "*"
      }]
    })
  }

  tags = { Team = "operations" }
}

# The setting in another region, with the same role.
resource "aws_ssm_service_setting" "oregon" {
  provider = aws.oregon

  setting_id    = "arn:${data.aws_partition.current.partition}:ssm:us-west-2:${data.aws_caller_identity.current.account_id}:servicesetting/ssm/managed-instance/default-ec2-instance-management-role"
  setting_value = module.default_host_management.service_setting_value
}
