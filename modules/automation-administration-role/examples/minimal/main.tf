terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

module "administration" {
  source = "../.."
}

output "automation_assume_role" {
  description = "What automations in several accounts take as AutomationAssumeRole."
  value       = module.administration.role_arn
}
