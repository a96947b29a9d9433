terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

module "ssm" {
  source = "../.."
}

output "role" {
  description = "The IAM role of activations."
  value       = module.ssm.activation_role_name
}
