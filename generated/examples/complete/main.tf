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
  name = "berlin-operators"
}

module "ssm" {
  source = "../.."

  name_prefix = "berlin-"
  path        = "/operations/"
  tags        = { Team = "operations" }

  # Nodes of either kind read the agent's buckets and write to this one.
  instance_profile    = true
  hybrid_service_role = true
  cloudwatch_agent    = true
  regions             = ["us-east-2"]
  s3_buckets = [
    { name = aws_s3_bucket.output.bucket, prefix = "run-command", access = "write" },
  ]

  # The operators run automations, which may launch instances.
  automation_service_role         = true
  automation_groups               = [aws_iam_group.operators.name]
  automation_passes_instance_role = true
}

output "activation_role_name" {
  value = module.ssm.hybrid_service_role.activation_role_name
}
