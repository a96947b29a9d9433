import { lacks, matches } from '../../generator/rules';
import type { Rule } from '../../generator/rules';
import { awsPage } from './aws-pages';

/** What IAM accepts as the name of a role, policy, profile, user or group. */
function iamName(code: string, what: string, longest: number, see: string): Rule<string> {
  return matches({
    pattern: '^[\\w+=,.@-]+$',
    refused: 'with a space',
    longest,
    code,
    must: `must be ${what} name of 1 to ${longest} letters, digits and _+=,.@-`,
    remedy: 'give the name, not the ARN or path',
    see,
  });
}

export const roleName = iamName('RoleName', 'a role', 64, awsPage.createRole);
/** Characters of the name of a policy. */
const LONGEST_POLICY_NAME = 128;
export const policyName = iamName(
  'PolicyName',
  'a policy',
  LONGEST_POLICY_NAME,
  awsPage.createPolicy,
);
/** Names of policies for S3 access begin so; "-agent-2" or "-buckets" stands behind it. */
const LONGEST_S3_POLICY_NAME = LONGEST_POLICY_NAME - '-agent-2'.length;
export const s3PolicyName = iamName(
  'S3PolicyName',
  'an S3 policy',
  LONGEST_S3_POLICY_NAME,
  awsPage.createPolicy,
);
export const userName = iamName('UserName', 'a user', 64, awsPage.createUser);
export const groupName = iamName('GroupName', 'a group', 128, awsPage.createGroup);
export const instanceProfileName = iamName(
  'InstanceProfileName',
  'an instance profile',
  128,
  awsPage.createInstanceProfile,
);

/** AWS alone attaches policies to these: to anybody else IAM answers UnmodifiableEntity. */
export const ownRole = lacks('^(AWSReservedSSO_|AWSServiceRoleFor)', {
  refused: 'AWSReservedSSO_Operators_0123456789abcdef',
  code: 'RoleOfAws',
  must: 'must not begin with AWSReservedSSO_ or AWSServiceRoleFor: only AWS changes such roles',
  remedy: 'give the policy to a permission set, or name a role of your own',
  see: awsPage.attachRolePolicy,
});

const LONGEST_PATH = 512;

function iamPath(code: string, pattern: string, characters: string, see: string): Rule<string> {
  return matches({
    pattern,
    refused: 'team',
    longest: LONGEST_PATH,
    code,
    must: `must be a path of at most ${LONGEST_PATH} characters that begins and ends with "/", made of ${characters}`,
    remedy: 'write it like "/" or "/team/ssm/"',
    see,
  });
}

export const rolePath = iamPath(
  'RolePath',
  '^/([!-~]+/)?$',
  'printable ASCII without spaces',
  awsPage.createRole,
);

/** Narrower than the path of a role. */
export const policyPath = iamPath(
  'PolicyPath',
  '^/([A-Za-z0-9.,+@=_-]+/)*$',
  'letters, digits and .,+@=_-',
  awsPage.createPolicy,
);
