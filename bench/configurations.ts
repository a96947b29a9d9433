/** A root configuration that asks for roles, each with a profile and three managed policies. */
export interface Configuration {
  readonly hcl: string;
  /** How many resources its first plan makes. */
  readonly resources: number;
  /** Folder of the module that it calls as `./module`. */
  readonly module?: string;
}

/** A module that makes a role with its profile and attachments, and how it is asked for them. */
export interface RoleModule {
  readonly folder: string;
  /** Everything but the role's name, in HCL. */
  readonly inputs: string;
}

/** The role, its profile and its attachments. */
const RESOURCES_OF_ROLE = 5;

const REQUIREMENTS = `terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

provider "aws" {}
`;

const TRUST_POLICY = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' },
  ],
});

const POLICY_ARNS = [
  'AmazonSSMManagedInstanceCore',
  'AmazonSSMDirectoryServiceAccess',
  'CloudWatchAgentServerPolicy',
].map((policy) => `arn:aws:iam::aws:policy/${policy}`);

/** `instance-profile`; the first of the policies is its default. */
export function ourModule(folder: string): RoleModule {
  return {
    folder,
    inputs: `  directory_service = true
  cloudwatch_agent = true
`,
  };
}

/** `iam-assumable-role`, asked for the same content. */
export function publicModule(folder: string): RoleModule {
  return {
    folder,
    inputs: `  create_role = true
  create_instance_profile = true
  role_requires_mfa = false
  trusted_role_actions = []
  trusted_role_services = ["ec2.amazonaws.com"]
  custom_role_policy_arns = ${JSON.stringify(POLICY_ARNS)}
`,
  };
}

/** One call for all roles. */
export function forEach({ folder, inputs }: RoleModule, count: number): Configuration {
  const each = `  for_each = toset(${JSON.stringify(roleNames(count))})\n`;
  const written = [call('node', `${each}  role_name = each.key\n${inputs}`)];
  return { ...configuration(written, count), module: folder };
}

/** A call for each role. */
export function blocks({ folder, inputs }: RoleModule, count: number): Configuration {
  const calls = roleNames(count).map((name) => call(name, `  role_name = "${name}"\n${inputs}`));
  return { ...configuration(calls, count), module: folder };
}

/** Each resource written out, with literal names and nothing that checks anything. */
export function flat(count: number): Configuration {
  return configuration(roleNames(count).flatMap(resources), count);
}

function configuration(written: readonly string[], count: number): Configuration {
  return { hcl: [REQUIREMENTS, ...written].join('\n'), resources: count * RESOURCES_OF_ROLE };
}

function roleNames(count: number): string[] {
  return Array.from({ length: count }, (_, i) => `node-${String(i).padStart(3, '0')}`);
}

function call(label: string, inputs: string): string {
  return `module "${label}" {\n  source = "./module"\n${inputs}}\n`;
}

function resources(name: string): string[] {
  const role = `aws_iam_role.${name}.name`;
  const attachments = POLICY_ARNS.map(
    (arn, i) => `resource "aws_iam_role_policy_attachment" "${name}-${i}" {
  role       = ${role}
  policy_arn = "${arn}"
}
`,
  );
  return [
    `resource "aws_iam_role" "${name}" {
  name               = "${name}"
  assume_role_policy = ${JSON.stringify(TRUST_POLICY)}
}
`,
    `resource "aws_iam_instance_profile" "${name}" {
  name = "${name}"
  role = ${role}
}
`,
    ...attachments,
  ];
}
