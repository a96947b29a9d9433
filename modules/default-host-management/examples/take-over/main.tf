terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

# Fill in your account ID for 123456789012, and the region of the provider for us-east-2.
module "default_host_management" {
  source = "../.."
}

import {
  to = module.default_host_management.aws_iam_role.this
  id = "AWSSystemsManagerDefaultEC2InstanceManagementRole"
}

import {
  to = module.default_host_management.aws_iam_role_policy_attachment.managed["AmazonSSMManagedEC2InstanceDefaultPolicy"]
  id = "AWSSystemsManagerDefaultEC2InstanceManagementRole/arn:aws:iam::aws:policy/AmazonSSMManagedEC2InstanceDefaultPolicy"
}

import {
  to = module.default_host_management.aws_ssm_service_setting.this[0]
  id = "arn:aws:ssm:us-east-2:123456789012:servicesetting/ssm/managed-instance/default-ec2-instance-management-role"
}
