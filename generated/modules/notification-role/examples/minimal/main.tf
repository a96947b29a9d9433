terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

resource "aws_sns_topic" "commands" {
  name = "commands"
}

module "notifications" {
  source = "../.."

  topic_arns = [aws_sns_topic.commands.arn]
}

output "service_role_arn" {
  description = "What a command takes as ServiceRoleArn."
  value       = module.notifications.role_arn
}
