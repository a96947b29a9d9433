terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

# The role of EC2 instances alone; each role that is left out is not made.
module "ssm" {
  source = "../.."

  instance_profile = {}
}

output "instance_profile_name" {
  value = module.ssm.instance_profile.instance_profile_name
}
