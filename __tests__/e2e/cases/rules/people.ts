import type { RuleCase } from './rule-case';
import { ACCOUNT, inUserAccess, ofLength, several } from './rule-case';

const ROLE = `arn:aws:iam::${ACCOUNT}:role/`;
const LONGEST_POLICY = 6144;

const documentFor = (roles: readonly string[]): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'PassRoles',
        Effect: 'Allow',
        Action: 'iam:PassRole',
        Resource: roles,
        Condition: { StringEquals: { 'iam:PassedToService': 'ssm.amazonaws.com' } },
      },
    ],
  });

/** Roles that make the policy so long. */
function rolesFor(length: number): string[] {
  const roles = Array.from({ length: 5 }, (_, i) => ofLength(1000, `${ROLE}${i}/`));
  const missing = length - documentFor([...roles, '']).length;
  return [...roles, ofLength(missing, `${ROLE}x/`)];
}

/** What user-access says of its inputs. */
export const PEOPLE: readonly RuleCase[] = [
  inUserAccess(
    'Access',
    'access',
    [null, 'read-only', 'aws-read-only', 'full'],
    ['', 'read', 'Full'],
  ),
  inUserAccess('RoleArn', 'pass_role_arns', [[`${ROLE}a`]], [[`${ROLE}*`], [null]]),
  several(
    inUserAccess(
      'ArnPartition',
      'pass_role_arns',
      [],
      [[`${ROLE.replace('aws', 'aws-cn')}a`, `${ROLE}b`]],
      { access: 'full' },
    ),
  ),
  several(
    inUserAccess(
      'PolicySize',
      'pass_role_arns',
      [rolesFor(LONGEST_POLICY)],
      [rolesFor(LONGEST_POLICY + 1)],
      { access: null },
    ),
  ),
];
