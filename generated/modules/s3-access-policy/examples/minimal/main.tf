terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

module "s3" {
  source = "../.."

  regions = ["us-east-2"]
}

output "policy_arns" {
  value = module.s3.policy_arns
}
