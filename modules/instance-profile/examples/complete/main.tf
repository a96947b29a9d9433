terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

data "aws_region" "current" {}

resource "aws_kms_key" "output" {
  description         = "Output of Run Command."
  enable_key_rotation = true
}

resource "aws_s3_bucket" "output" {
  bucket_prefix = "command-output-"
}

resource "aws_s3_bucket_server_side_encryption_configuration" "output" {
  bucket = aws_s3_bucket.output.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.output.arn
    }
  }
}

# What the application itself may do.
resource "aws_iam_policy" "jobs" {
  name = "web-jobs"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["sqs:ReceiveMessage", "sqs:DeleteMessage"]
      Resource = "arn:aws:sqs:*:*:web-jobs"
    }]
  })
}

module "ssm" {
  source = "../.."

  role_name            = "web"
  path                 = "/servers/"
  max_session_duration = 7200

  cloudwatch_agent  = true
  directory_service = true

  # S3 is reached through a VPC endpoint here.
  regions       = [data.aws_region.current.id]
  agent_buckets = "current"

  s3_buckets = [
    {
      name        = aws_s3_bucket.output.bucket
      prefix      = "run-command"
      access      = "write"
      kms_key_arn = aws_kms_key.output.arn
    },
  ]

  additional_policy_arns = { jobs = aws_iam_policy.jobs.arn }

  tags = { Team = "web" }
}

data "aws_ssm_parameter" "ami" {
  name = "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64"
}

resource "aws_instance" "web" {
  ami                  = data.aws_ssm_parameter.ami.value
  instance_type        = "t3.micro"
  iam_instance_profile = module.ssm.instance_profile_name

  metadata_options {
    http_tokens = "required"
  }

  tags = { Name = "web" }
}

output "instance_id" {
  description = "What Session Manager takes as the target."
  value       = aws_instance.web.id
}
