import { lacks, matches } from '../../generator/rules';
import type { Rule } from '../../generator/rules';
import { awsPage } from './aws-pages';

/** What IAM accepts as the name of a role, user or group where the AWS provider takes any text. */
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
export const userName = iamName('UserName', 'a user', 64, awsPage.createUser);
export const groupName = iamName('GroupName', 'a group', 128, awsPage.createGroup);

/** A role by the end of its ARN: its name, after its path if it has one. */
export const roleWithPath = (longest: number, see: string): Rule<string> =>
  matches({
    pattern: '^([\\w+=,.@-]+/)*[\\w+=,.@-]+$',
    refused: '/team/',
    longest,
    code: 'RoleWithPath',
    must: `must be a role name of 1 to ${longest} letters, digits and _+=,.@-, preceded by its path if it has one`,
    remedy: 'write it like "Example" or "team/Example"',
    see,
  });

/** What AWS calls the two roles of automations that run in several accounts. */
export const AUTOMATION_ROLES = {
  administration: 'AWS-SystemsManager-AutomationAdministrationRole',
  execution: 'AWS-SystemsManager-AutomationExecutionRole',
} as const;

/** AWS alone attaches policies to these: to anybody else IAM answers UnmodifiableEntity. */
export const ownRole = lacks('^(AWSReservedSSO_|AWSServiceRoleFor)', {
  refused: 'AWSReservedSSO_Operators_0123456789abcdef',
  code: 'RoleOfAws',
  must: 'must not begin with AWSReservedSSO_ or AWSServiceRoleFor: only AWS changes such roles',
  remedy: 'give the policy to a permission set, or name a role of your own',
  see: awsPage.attachRolePolicy,
});

/** What Systems Manager takes as the name of a document, AWS's or one's own. */
export const documentName = matches({
  pattern: '^[A-Za-z0-9_.-]+$',
  refused: 'arn:aws:ssm:us-east-2:123456789012:document/Restart',
  shortest: 3,
  longest: 128,
  code: 'DocumentName',
  must: 'must be the name of a document, 3 to 128 letters, digits and _.-',
  remedy: 'give the name, not the ARN or path, without a version',
  see: awsPage.createDocument,
});

const LONGEST_PATH = 512;

/** The path of a role or a policy: what IAM takes of both, since a role's path is that of its policies. */
export const path = matches({
  pattern: '^/([A-Za-z0-9.,+@=_-]+/)*$',
  refused: 'team',
  longest: LONGEST_PATH,
  code: 'Path',
  must: `must be a path of at most ${LONGEST_PATH} characters that begins and ends with "/", made of letters, digits and .,+@=_-`,
  remedy: 'write it like "/" or "/team/ssm/"',
  see: awsPage.createPolicy,
});
