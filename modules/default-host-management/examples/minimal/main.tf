terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

module "default_host_management" {
  source = "../.."
}
