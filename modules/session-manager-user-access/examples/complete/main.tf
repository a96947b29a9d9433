terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

resource "aws_iam_user" "night_shift" {
  name = "night-shift"
}

resource "aws_iam_role" "operator" {
  name = "operator"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "codebuild.amazonaws.com" }
    }]
  })
}

resource "aws_kms_key" "sessions" {
  description             = "Sessions of Session Manager"
  deletion_window_in_days = 7
}

# They forward ports and open no shell.
module "port_forwarding" {
  source = "../.."

  policy_name   = "port-forwarding"
  instance_tags = { Environment = "production", Role = "database" }
  regions       = ["eu-central-1"]
  documents     = ["AWS-StartPortForwardingSession"]
  console       = false
  kms_key_arns  = [aws_kms_key.sessions.arn]
  users         = [aws_iam_user.night_shift.name]

  path = "/operations/"
  tags = { Team = "operations" }
}

# They start sessions on all nodes, end the sessions of others and edit the preferences.
module "administrators" {
  source = "../.."

  policy_name   = "session-administrators"
  administrator = true
  kms_key_arns  = [aws_kms_key.sessions.arn]
  roles         = [aws_iam_role.operator.name]
}

output "policies" {
  value = [module.port_forwarding.policy_arn, module.administrators.policy_arn]
}
