terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

module "automation" {
  source = "../.."
}

output "automation_assume_role" {
  description = "What runbooks take as AutomationAssumeRole."
  value       = module.automation.role_arn
}
