terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

# Replace my-maintenance-window-role with the name of your role, my-maintenance-window-role-policy
# with the name of its policy, and 123456789012 with your account ID. Add `path` if the role has one.
# The plan adds the inline policy of the module.
module "maintenance_window_role" {
  source = "../.."

  role_name = "my-maintenance-window-role"

  # The policy of the guide stays attached. Before you remove it, set `automation`,
  # `lambda_function_arns` and `state_machine_arns` for the tasks that your windows run.
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
