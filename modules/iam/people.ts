import type { Precondition, TerraformMetaArguments } from 'cdktf';
import type { Construct } from 'constructs';
import {
  IamGroupPolicyAttachment,
  IamPolicy,
  IamRolePolicyAttachment,
  IamUserPolicyAttachment,
} from '../../aws-bindings';
import { address } from '../../generator/address';
import { warnUnless } from '../../generator/blocks';
import { countIf, expr, listed } from '../../generator/expression';
import type { Expr, Reference } from '../../generator/expression';
import { input } from '../../generator/inputs';
import type { References } from '../../generator/inputs';
import { notNull } from '../../generator/null-rules';
import { each } from '../../generator/rules';
import * as type from '../../generator/types';
import { groupName, ownRole, path, roleName, userName } from './names';
import { accountIdInput, partitionInput } from './partition';
import type { Term } from './permissions/model';
import { policyFits } from './policy-limits';
import { tagsInput } from './tags';

/** Policies for people: users, groups and roles have them, and a permission set may take them. */

const nobody: readonly string[] = [];

/**
 * The inputs that say who has a policy.
 *
 * @param may what they may do with it: `run automations`
 */
const peopleInputs = (may: string) => ({
  users: input.withDefault(type.set(type.string), nobody, {
    description: `Names of the users that may ${may}.`,
    rules: [each(notNull(userName))],
    samples: [{ value: ['joe', 'john'] }],
  }),
  groups: input.withDefault(type.set(type.string), nobody, {
    description: `Names of the groups whose users may ${may}.`,
    rules: [each(notNull(groupName))],
    samples: [{ value: ['admins', 'operators'] }],
  }),
  roles: input.withDefault(type.set(type.string), nobody, {
    description: `Names of the roles that may ${may}.`,
    rules: [each(notNull(roleName)), each(ownRole)],
    samples: [{ value: ['Operator'] }],
  }),
});

interface Defaults {
  readonly policyName: string;
  /** What those who have it may do: see `peopleInputs`. */
  readonly may: string;
}

/** The inputs of a module that makes a policy for people, with no ARN of the account in it. */
export const accountlessPolicyInputs = (defaults: Defaults) => ({
  ...peopleInputs(defaults.may),
  policyName: input.withDefault(type.string, defaults.policyName, {
    description: 'Name of the policy that the module creates.',
    samples: [{ value: 'ExamplePolicy' }],
  }),
  path: input.withDefault(type.string, '/', {
    description: 'Path of the policy. Must begin and end with `/`.',
    rules: [path],
    samples: [{ value: '/example/' }],
  }),
  ...tagsInput,
  ...partitionInput,
});

/** The same where it has ARNs of the account. */
export const policyInputs = (defaults: Defaults) => ({
  ...accountlessPolicyInputs(defaults),
  ...accountIdInput,
});

type PolicyReferences = References<ReturnType<typeof accountlessPolicyInputs>>;
type People = References<ReturnType<typeof peopleInputs>>;

/** Who has a policy. */
export const PEOPLE: readonly Term[] = [
  { text: 'user/${each.value}', for_each: 'users' },
  { text: 'group/${each.value}', for_each: 'groups' },
  { text: 'role/${each.value}', for_each: 'roles' },
];

interface PeoplePolicy {
  readonly description: string;
  /** The document: see `document`. */
  readonly content: Expr<object>;
  readonly preconditions?: readonly Precondition[];
  /** Condition under which it is made: its address is then that of a list. @default - always */
  readonly wanted?: Expr<boolean>;
  /** The inputs that make the policy longer, and literals with which it is too long. */
  readonly size?: {
    readonly causes: readonly Reference<unknown>[];
    readonly tooLong: Readonly<Record<string, unknown>>;
  };
  /** Literals without which the inputs are refused, whoever has the policy. @default - none */
  readonly example?: Readonly<Record<string, unknown>>;
}

/** Makes a policy, `aws_iam_policy.this`, and gives it to the people that the inputs name. */
export function createPolicyForPeople(
  scope: Construct,
  ref: PolicyReferences,
  { description, content, preconditions = [], wanted, size, example = {} }: PeoplePolicy,
): Expr<IamPolicy> {
  const fits = size === undefined ? [] : [policyFits(scope, content, size.causes, size.tooLong)];
  const policy = new IamPolicy(scope, 'this', {
    ...(wanted && { count: countIf(wanted) }),
    name: ref.policyName.asString(),
    path: ref.path.asString(),
    description,
    policy: expr<string>`jsonencode(${content})`.asString(),
    tags: ref.tags.asStringMap(),
    lifecycle: { precondition: [...preconditions, ...fits] },
  });
  const made = address(policy);
  const arn = wanted ? expr<string>`one(${made}[*].arn)` : made.attr('arn');
  attachToPeople(scope, 'this', ref, { policyArn: arn.asString() }, wanted);
  warnOfNobody(scope, ref, example);
  return made;
}

/**
 * One attachment for each user, group and role, keyed by their names.
 *
 * @param wanted condition under which there are any. Always, if left out
 */
export function attachToPeople(
  scope: Construct,
  name: string,
  { users, groups, roles }: People,
  attached: Pick<TerraformMetaArguments, 'lifecycle'> & { readonly policyArn: string },
  wanted?: Expr<boolean>,
): void {
  const each = (names: Expr<readonly string[]>) =>
    (wanted === undefined
      ? names
      : expr<readonly string[]>`${wanted} ? ${names} : toset([])`
    ).iterator();
  const user = each(users);
  const toUser = { forEach: user, user: user.key, ...attached };
  address(new IamUserPolicyAttachment(scope, `${name}_user`, toUser), name);
  const group = each(groups);
  const toGroup = { forEach: group, group: group.key, ...attached };
  address(new IamGroupPolicyAttachment(scope, `${name}_group`, toGroup), name);
  const role = each(roles);
  const toRole = { forEach: role, role: role.key, ...attached };
  address(new IamRolePolicyAttachment(scope, `${name}_role`, toRole), name);
}

/** A policy that nobody has looks like access; a permission set may take it. */
function warnOfNobody(
  scope: Construct,
  { users, groups, roles }: People,
  example: Readonly<Record<string, unknown>>,
): void {
  warnUnless(
    scope,
    'principals',
    expr`length(${users}) + length(${groups}) + length(${roles}) > 0`,
    `${listed([users, groups, roles])} are all empty, so the policy is attached to nobody; name who gets it, or give it to a permission set yourself`,
    { ...example, users: [], groups: [], roles: [] },
  );
}
