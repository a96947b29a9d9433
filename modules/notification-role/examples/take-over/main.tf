terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

# Replace SSMNotificationRole with the name of your role, my-sns-publish-permissions with the name of
# its policy, the ARN of the topic with that of yours, and 123456789012 with your account ID. Add
# `path` if the role has one. The plan adds the inline policy of the module.
module "notification_role" {
  source = "../.."

  role_name  = "SSMNotificationRole"
  topic_arns = ["arn:aws:sns:us-east-2:123456789012:notices"]

  # The policy of the guide stays attached. Before you remove it, set `kms_key_arns` if the topic
  # is encrypted.
  additional_policy_arns = {
    guide = "arn:aws:iam::123456789012:policy/my-sns-publish-permissions"
  }
}

import {
  to = module.notification_role.aws_iam_role.this
  id = "SSMNotificationRole"
}

import {
  to = module.notification_role.aws_iam_role_policy_attachment.additional["guide"]
  id = "SSMNotificationRole/arn:aws:iam::123456789012:policy/my-sns-publish-permissions"
}
