terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

# Replace 123456789012 with your account ID, and us-east-2 with the region of the provider. Add `path`
# if the role has one.
# The import of the service setting was tried neither in a live account nor in an emulator.
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
