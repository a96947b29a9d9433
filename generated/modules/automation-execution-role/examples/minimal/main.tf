terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

module "execution" {
  source = "../.."

  administration_account_id = "210987654321"
}
