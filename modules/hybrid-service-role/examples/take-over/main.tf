terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

# Fill in the name of your role for SSMServiceRole, and your account ID for 123456789012. Add `path` if
# the role has one. Leave out what your role does not have, here and in the import blocks.
module "hybrid_service_role" {
  source = "../.."

  role_name         = "SSMServiceRole"
  cloudwatch_agent  = true
  directory_service = true

  # The policy for S3 of the guide stays attached. To replace it, set `regions` and `s3_buckets`.
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
