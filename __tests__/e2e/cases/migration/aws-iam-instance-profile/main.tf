# The inputs, addresses and types that docs/migration.md names of chanzuckerberg/cztack.
variable "name_prefix" { type = string }

resource "aws_iam_role" "role" {
  count       = 1
  name_prefix = var.name_prefix
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Sid = "AssumeRole", Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ec2.amazonaws.com" } }]
  })

  lifecycle {
    ignore_changes = [name, name_prefix, path]
  }
}

resource "aws_iam_role_policy_attachment" "cloudwatch-agent" {
  role       = aws_iam_role.role[0].name
  policy_arn = "arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy"
}

resource "aws_iam_role_policy_attachment" "ssm-agent" {
  role       = aws_iam_role.role[0].name
  policy_arn = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"
}

resource "aws_iam_instance_profile" "profile" {
  name_prefix = var.name_prefix
  role        = aws_iam_role.role[0].name

  lifecycle {
    ignore_changes = [name, name_prefix, path]
  }
}
