terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

# Fill in the name of your role for SSMInstanceProfile, and your account ID for 123456789012. Add `path`
# if the role has one. Leave out what your role does not have, here and in the import blocks.
module "instance_profile" {
  source = "../.."

  role_name         = "SSMInstanceProfile"
  cloudwatch_agent  = true
  directory_service = true

  # The policy for S3 of the guide stays attached. To replace it, set `regions` and `s3_buckets`.
  additional_policy_arns = {
    s3 = "arn:aws:iam::123456789012:policy/SSMInstanceProfileS3Policy"
  }
}

import {
  to = module.instance_profile.aws_iam_role.this[0]
  id = "SSMInstanceProfile"
}

# The console names the instance profile as the role.
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
