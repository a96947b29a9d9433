terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

# Replace SSMInstanceProfile with the name of your role, SSMInstanceProfileS3Policy with the name of
# its policy for S3, and 123456789012 with your account ID. Add `path` if the role has one. Leave out
# what your role does not have, here and in the import blocks. If the role has AmazonEC2RoleforSSM,
# remove the block for AmazonSSMManagedInstanceCore: the plan attaches it. Detach AmazonEC2RoleforSSM
# after the apply.
module "instance_profile" {
  source = "../.."

  role_name         = "SSMInstanceProfile"
  cloudwatch_agent  = true
  directory_service = true

  # The guide's policy for S3 stays attached. To replace it, set `regions` and `s3_buckets`.
  additional_policy_arns = {
    s3 = "arn:aws:iam::123456789012:policy/SSMInstanceProfileS3Policy"
  }
}

import {
  to = module.instance_profile.aws_iam_role.this[0]
  id = "SSMInstanceProfile"
}

# The console gives the instance profile the name of the role.
import {
  to = module.instance_profile.aws_iam_instance_profile.this[0]
  id = "SSMInstanceProfile"
}

import {
  to = module.instance_profile.aws_iam_role_policy_attachment.managed["AmazonSSMManagedInstanceCore"]
  id = "SSMInstanceProfile/arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"
}

import {
  to = module.instance_profile.aws_iam_role_policy_attachment.managed["CloudWatchAgentServerPolicy"]
  id = "SSMInstanceProfile/arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy"
}

import {
  to = module.instance_profile.aws_iam_role_policy_attachment.managed["AmazonSSMDirectoryServiceAccess"]
  id = "SSMInstanceProfile/arn:aws:iam::aws:policy/AmazonSSMDirectoryServiceAccess"
}

import {
  to = module.instance_profile.aws_iam_role_policy_attachment.additional["s3"]
  id = "SSMInstanceProfile/arn:aws:iam::123456789012:policy/SSMInstanceProfileS3Policy"
}
