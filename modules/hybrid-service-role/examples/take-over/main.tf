terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

# Replace SSMServiceRole with the name of your role, SSMServiceRoleS3Policy with the name of its
# policy for S3, and 123456789012 with your account ID. Add `path` if the role has one. Leave out what
# your role does not have, here and in the import blocks. If the role has AmazonEC2RoleforSSM, remove
# the block for AmazonSSMManagedInstanceCore: the plan attaches it. Detach AmazonEC2RoleforSSM after
# the apply.
# The plan adds conditions to the trust policy. To keep a trust policy without them, add
# `confused_deputy_protection = false`.
module "hybrid_service_role" {
  source = "../.."

  role_name         = "SSMServiceRole"
  cloudwatch_agent  = true
  directory_service = true

  # The guide's policy for S3 stays attached. To replace it, set `regions` and `s3_buckets`.
  additional_policy_arns = {
    s3 = "arn:aws:iam::123456789012:policy/SSMServiceRoleS3Policy"
  }
}

import {
  to = module.hybrid_service_role.aws_iam_role.this
  id = "SSMServiceRole"
}

import {
  to = module.hybrid_service_role.aws_iam_role_policy_attachment.managed["AmazonSSMManagedInstanceCore"]
  id = "SSMServiceRole/arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"
}

import {
  to = module.hybrid_service_role.aws_iam_role_policy_attachment.managed["CloudWatchAgentServerPolicy"]
  id = "SSMServiceRole/arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy"
}

import {
  to = module.hybrid_service_role.aws_iam_role_policy_attachment.managed["AmazonSSMDirectoryServiceAccess"]
  id = "SSMServiceRole/arn:aws:iam::aws:policy/AmazonSSMDirectoryServiceAccess"
}

import {
  to = module.hybrid_service_role.aws_iam_role_policy_attachment.additional["s3"]
  id = "SSMServiceRole/arn:aws:iam::123456789012:policy/SSMServiceRoleS3Policy"
}
