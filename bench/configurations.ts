/** Ways to ask for the same roles, each as a root configuration in HCL. */
export interface Configurations {
  /** One `module` block with `for_each`. */
  readonly moduleForEach: string;
  /** One `module` block for each role. */
  readonly moduleBlocks: string;
  /** One `module` block for each role, of a module that declares nothing but a name and the resources. */
  readonly bareModuleBlocks: string;
  /** Resources with `for_each`, written by hand. */
  readonly handForEach: string;
  /** Each resource written out by hand. */
  readonly handFlat: string;
  /** No resource at all: what Terraform and the provider take to start. */
  readonly nothing: string;
}

/** Where the module lies, seen from the root configuration. */
export const MODULE_SOURCE = './instance-profile';

/** Where the bare module lies. */
export const BARE_MODULE_SOURCE = './bare';

const REQUIREMENTS = `terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}
`;

const PROVIDER = 'provider "aws" {}\n';

const TRUST_POLICY = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' },
  ],
});

/** What `core_policy`, `directory_service` and `cloudwatch_agent` attach. */
const POLICIES = {
  core: 'AmazonSSMManagedInstanceCore',
  directory: 'AmazonSSMDirectoryServiceAccess',
  agent: 'CloudWatchAgentServerPolicy',
};

/** The same `count` roles, each with its profile and three policies. */
export function configurations(count: number): Configurations {
  const names = Array.from({ length: count }, (_, i) => `node-${String(i).padStart(3, '0')}`);
  return {
    moduleForEach: root([moduleCall('node', 'each.key', forEach(names))]),
    moduleBlocks: root(names.map((name) => moduleCall(name, `"${name}"`))),
    bareModuleBlocks: root(names.map(bareModuleCall)),
    handForEach: root([
      `locals {\n  names = ${setOf(names)}\n}\n`,
      ...byHand('node', 'each.key', '[each.key]', '  for_each = local.names\n'),
    ]),
    handFlat: root(names.flatMap((name) => byHand(name, `"${name}"`))),
    nothing: root([]),
  };
}

/** The module of `bareModuleBlocks`. */
export function bareModule(): string {
  const variable = 'variable "role_name" {\n  type = string\n}\n';
  return [REQUIREMENTS, variable, ...byHand('this', 'var.role_name')].join('\n');
}

function root(blocks: readonly string[]): string {
  return [REQUIREMENTS, PROVIDER, ...blocks].join('\n');
}

function setOf(names: readonly string[]): string {
  return `toset(${JSON.stringify(names)})`;
}

function forEach(names: readonly string[]): string {
  return `  for_each = ${setOf(names)}\n`;
}

function moduleCall(label: string, roleName: string, repeated = ''): string {
  return `module "${label}" {
${repeated}  source            = "${MODULE_SOURCE}"
  role_name         = ${roleName}
  directory_service = true
  cloudwatch_agent  = true
}
`;
}

function bareModuleCall(name: string): string {
  return `module "${name}" {
  source    = "${BARE_MODULE_SOURCE}"
  role_name = "${name}"
}
`;
}

/** As somebody would write it who wants these five resources and nothing else. */
function byHand(label: string, name: string, index = '', repeated = ''): string[] {
  const role = `aws_iam_role.${label}${index}.name`;
  const attachments = Object.entries(POLICIES).map(
    ([kind, policy]) => `resource "aws_iam_role_policy_attachment" "${label}_${kind}" {
${repeated}  role       = ${role}
  policy_arn = "arn:aws:iam::aws:policy/${policy}"
}
`,
  );
  return [
    `resource "aws_iam_role" "${label}" {
${repeated}  name               = ${name}
  assume_role_policy = ${JSON.stringify(TRUST_POLICY)}
}
`,
    `resource "aws_iam_instance_profile" "${label}" {
${repeated}  name = ${name}
  role = ${role}
}
`,
    ...attachments,
  ];
}
