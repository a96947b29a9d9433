import { passing, written } from '../statements';
import type { RuleCase } from './rule-case';
import { ACCOUNT, inUserAccess, ofLength } from './rule-case';

const ROLE = `arn:aws:iam::${ACCOUNT}:role/`;
const LONGEST_POLICY = 6144;

const documentFor = (roles: readonly string[]): string =>
  written({ Sid: 'PassRoles', ...passing(roles, 'ssm.amazonaws.com') });

/** Roles that make the policy so long. */
function rolesFor(length: number): string[] {
  const roles = Array.from({ length: 5 }, (_, i) => ofLength(1000, `${ROLE}${i}/`));
  const missing = length - documentFor([...roles, '']).length;
  return [...roles, ofLength(missing, `${ROLE}x/`)];
}

/** What user-access says of its inputs. */
export const PEOPLE: readonly RuleCase[] = [
  inUserAccess('Access', 'access', {
    good: [null, 'read-only', 'aws-read-only', 'full'],
    bad: ['', 'read', 'Full'],
  }),
  inUserAccess('RoleArn', 'pass_role_arns', { good: [[`${ROLE}a`]], bad: [[`${ROLE}*`], [null]] }),
  inUserAccess('ArnPartition', 'pass_role_arns', {
    bad: [[`${ROLE.replace('aws', 'aws-cn')}a`, `${ROLE}b`]],
    beside: { access: 'full' },
  }),
  inUserAccess('PolicySize', 'pass_role_arns', {
    good: [rolesFor(LONGEST_POLICY)],
    bad: [rolesFor(LONGEST_POLICY + 1)],
    beside: { access: null },
  }),
];
