terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

# Fill in the name of your role for my-maintenance-window-role, the name of its policy, and your account
# ID for 123456789012. The plan adds the inline policy of the module.
module "maintenance_window_role" {
  source = "../.."

  role_name = "my-maintenance-window-role"

  # The policy of the guide stays attached until you remove this input in a later apply.
  additional_policy_arns = {
    guide = "arn:aws:iam::123456789012:policy/my-maintenance-window-role-policy"
  }
}

import {
  to = module.maintenance_window_role.aws_iam_role.this
  id = "my-maintenance-window-role"
}

import {
  to = module.maintenance_window_role.aws_iam_role_policy_attachment.additional["guide"]
  id = "my-maintenance-window-role/arn:aws:iam::123456789012:policy/my-maintenance-window-role-policy"
}
