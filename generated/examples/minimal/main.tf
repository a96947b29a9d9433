terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

# The role of EC2 instances alone; what no input asks for is not made.
module "ssm" {
  source = "../.."

  instance_profile = true
}

output "instance_profile_name" {
  value = module.ssm.instance_profile.instance_profile_name
}
