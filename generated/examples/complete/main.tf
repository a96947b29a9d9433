terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

resource "aws_s3_bucket" "output" {
  bucket_prefix = "command-output-"
}

resource "aws_iam_group" "operators" {
  name = "operators"
}

module "ssm" {
  source = "../.."

  name_prefix = "berlin-"
  path        = "/operations/"
  tags        = { Team = "operations" }

  # Managed nodes of either kind read the agent's buckets and write to this one.
  regions = ["us-east-2"]
  s3_buckets = [
    { name = aws_s3_bucket.output.bucket, prefix = "run-command", access = "write" },
  ]

  hybrid_service_role = {
    # What an object says itself wins over what is shared.
    path = "/"
  }

  instance_profile = {
    cloudwatch_agent = true
    tags             = { Fleet = "web" }
  }

  # May pass on the role of the instance profile, and itself be passed by the operators.
  automation_service_role = {}

  automation_user_access = {
    groups = [aws_iam_group.operators.name]
  }
}

output "instance_profile_name" {
  value = module.ssm.instance_profile.instance_profile_name
}

output "activation_role_name" {
  value = module.ssm.hybrid_service_role.activation_role_name
}

output "automation_role_arn" {
  value = module.ssm.automation_service_role.role_arn
}
