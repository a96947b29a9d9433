# The inputs, addresses and types that docs/migration.md names of terraform-aws-modules/iam 5.60.0.
variable "create_role" { type = bool }
variable "create_instance_profile" { type = bool }
variable "role_name" { type = string }
variable "role_requires_mfa" { type = bool }
variable "trusted_role_services" { type = list(string) }
variable "trusted_role_actions" { default = ["sts:AssumeRole", "sts:TagSession"] }
variable "custom_role_policy_arns" { type = list(string) }
variable "attach_readonly_policy" { type = bool }

resource "aws_iam_role" "this" {
  count = var.create_role ? 1 : 0
  name  = var.role_name
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = var.trusted_role_actions, Principal = { Service = one(var.trusted_role_services) } }]
  })
}

resource "aws_iam_role_policy_attachment" "custom" {
  count      = length(var.custom_role_policy_arns)
  role       = aws_iam_role.this[0].name
  policy_arn = var.custom_role_policy_arns[count.index]
}

resource "aws_iam_role_policy_attachment" "readonly" {
  count      = var.attach_readonly_policy ? 1 : 0
  role       = aws_iam_role.this[0].name
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}

resource "aws_iam_instance_profile" "this" {
  count = var.create_instance_profile ? 1 : 0
  name  = var.role_name
  role  = aws_iam_role.this[0].name
}
