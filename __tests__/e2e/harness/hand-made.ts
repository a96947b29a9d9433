import type { IAM } from '@aws-sdk/client-iam';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TRUST_EC2, awsPolicy, ownPolicy } from '../cases/account';
import { allow, written } from '../cases/statements';
import { callAndImports } from './taken-over';
import { MODULES, ROOT_MODULE } from './workspace';

const DOCUMENT = written(allow('sqs:SendMessage', '*'));

export const WEB = 'Web';
export const PATH = '/servers/';
export const FOREIGN = awsPolicy('ReadOnlyAccess');
const POLICIES = [
  ...['AmazonSSMManagedInstanceCore', 'CloudWatchAgentServerPolicy'].map(awsPolicy),
  awsPolicy('AmazonSSMDirectoryServiceAccess'),
  ownPolicy('SSMInstanceProfileS3Policy'),
];

/** A role like that of the guide, below a path and with policies that are nobody's business here. */
async function makeRoleBelowPath(iam: IAM): Promise<void> {
  const role = { RoleName: WEB };
  const profile = { InstanceProfileName: WEB };
  const document = JSON.stringify(TRUST_EC2);
  await iam.createRole({
    ...{ ...role, Path: PATH, AssumeRolePolicyDocument: document },
    ...{ MaxSessionDuration: 7200, PermissionsBoundary: FOREIGN },
    Tags: [{ Key: 'Team', Value: 'web' }],
  });
  for (const PolicyArn of [...POLICIES, FOREIGN]) {
    await iam.attachRolePolicy({ ...role, PolicyArn });
  }
  await iam.putRolePolicy({ ...role, PolicyName: 'jobs', PolicyDocument: DOCUMENT });
  await iam.createInstanceProfile({ ...profile, Path: PATH });
  await iam.addRoleToInstanceProfile({ ...profile, ...role });
}

const PREFIX = 'berlin-';
export const OF_ROOT = `${PREFIX}SSMServiceRole`;

/** The root module imports with the address that its README shows. */
export function fromRoot(): string {
  const readme = readFileSync(join(ROOT_MODULE, 'README.md'), 'utf8');
  const [, address = ''] = /`(module\.account\.\S+)`/.exec(readme) ?? [];
  return `module "account" {
  source              = "${ROOT_MODULE}"
  name_prefix         = "${PREFIX}"
  hybrid_service_role = true
}

import {
  to = ${address}
  id = "${OF_ROOT}"
}
`;
}

export const KEPT = `
  tags                 = { Team = "web" }
  max_session_duration = 7200
  permissions_boundary = "${FOREIGN}"
`;

/** A policy like that of the guide, which has no description. */
const SESSIONS = 'SSMSessionManagerAccess';
export const importOfPolicy = `module "sessions" {
  source = "${MODULES}/session-manager-user-access"
  users  = ["jane"]

  instance_tags = { Finance = "WebServers" }
}

import {
  to = module.sessions.aws_iam_policy.this
  id = "${ownPolicy(SESSIONS)}"
}
`;

const renamed = (text: string, label: string, role: string): string =>
  text
    .replace(/instance_profile(?=[". ])(?<!aws_iam_instance_profile)/g, label)
    .replace(/SSMInstanceProfile(?!S3Policy)/g, role);

/** The example of instance-profile with this role filled in, as its comment says. */
export const belowPath = (inputs = ''): string =>
  renamed(callAndImports('instance-profile', `  path = "${PATH}"${inputs}`), 'web', WEB);

/** A role that the commands of an older page of the guide make, with AmazonEC2RoleforSSM and nothing else. */
export const OLDER = 'ManagedInstances';

/** The same example with that role: what it does not have is left out, as the comment says. */
export const ofOlderPage = (): string =>
  renamed(callAndImports('instance-profile'), 'older', OLDER)
    .replace(/^import \{\n {2}to = \S+_attachment\..*?^\}\n/gms, '')
    .replace(/^ {2}(cloudwatch_agent|directory_service) .*\n/gm, '')
    .replace(/^ {2}additional_policy_arns = .*?^ {2}\}\n/ms, '');

/** Makes what these configurations import. */
export async function make(iam: IAM): Promise<void> {
  await makeRoleBelowPath(iam);
  const AssumeRolePolicyDocument = JSON.stringify(TRUST_EC2);
  await iam.createRole({ RoleName: OF_ROOT, AssumeRolePolicyDocument });
  await iam.createPolicy({ PolicyName: SESSIONS, PolicyDocument: DOCUMENT });
}
