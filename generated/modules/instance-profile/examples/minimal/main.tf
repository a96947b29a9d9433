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

output "instance_profile" {
  value = module.ssm.instance_profile_name
}
