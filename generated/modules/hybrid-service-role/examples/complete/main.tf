terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

variable "expiration_date" {
  description = "Until when servers may register, like 2030-01-31T00:00:00Z: at most 30 days from now. Null: for 24 hours."
  type        = string
  default     = null
}

resource "aws_s3_bucket" "output" {
  bucket_prefix = "command-output-"
}

module "ssm" {
  source = "../.."

  role_name        = "factory-servers"
  cloudwatch_agent = true

  s3_buckets = [
    { name = aws_s3_bucket.output.bucket, prefix = "run-command", access = "write" },
  ]

  tags = { Site = "factory" }
}

resource "aws_ssm_activation" "factory" {
  name               = "factory"
  iam_role           = module.ssm.activation_role_name
  registration_limit = 20
  expiration_date    = var.expiration_date

  # Servers that register shall find the permissions in place.
  depends_on = [module.ssm]
}

output "activation_id" {
  value = aws_ssm_activation.factory.id
}

output "activation_code" {
  value     = aws_ssm_activation.factory.activation_code
  sensitive = true
}
