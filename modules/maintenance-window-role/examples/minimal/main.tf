terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

module "windows" {
  source = "../.."
}

output "service_role_arn" {
  description = "What tasks of maintenance windows take as service_role_arn."
  value       = module.windows.role_arn
}
