terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

# Fill in the name of your role for SSMNotificationRole, the name of its policy, and the ARN of your
# topic. The plan adds the inline policy of the module.
module "notification_role" {
  source = "../.."

  role_name  = "SSMNotificationRole"
  topic_arns = ["arn:aws:sns:us-east-2:123456789012:notices"]

  # The policy of the guide stays attached until you remove this input in a later apply.
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
