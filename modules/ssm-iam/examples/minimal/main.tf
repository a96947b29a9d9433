terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

# Makes the role of EC2 instances, and nothing else.
module "ssm" {
  source = "../.."

  instance_profile = true
}

output "instance_profile_name" {
  value = module.ssm.instance_profile.instance_profile_name
}
