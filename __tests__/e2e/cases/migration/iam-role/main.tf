# The inputs, addresses and types that docs/migration.md names of terraform-aws-modules/iam 6.5.0.
variable "name" { type = string }
variable "create_instance_profile" { type = bool }
variable "policies" { type = map(string) }
variable "trust_policy_permissions" { type = any }

resource "aws_iam_role" "this" {
  count                 = 1
  name_prefix           = "${var.name}-"
  force_detach_policies = true
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [for sid, statement in var.trust_policy_permissions : {
      Sid       = sid
      Effect    = "Allow"
      Action    = one(statement.actions)
      Principal = { Service = one(one(statement.principals).identifiers) }
    }]
  })
}

resource "aws_iam_role_policy_attachment" "this" {
  for_each   = var.policies
  role       = aws_iam_role.this[0].name
  policy_arn = each.value
}

resource "aws_iam_instance_profile" "this" {
  count       = var.create_instance_profile ? 1 : 0
  name_prefix = "${var.name}-"
  role        = aws_iam_role.this[0].name

  lifecycle {
    create_before_destroy = true
  }
}
