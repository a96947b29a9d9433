import type { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import type { Precondition } from 'cdktf';
import type { Construct } from 'constructs';
import { address } from '../../generator/address';
import { expr, literal } from '../../generator/expression';
import type { Expr, MapOf, Reference } from '../../generator/expression';
import type { Input, References } from '../../generator/inputs';
import { precondition } from '../../generator/requirements';
import type { Requirement } from '../../generator/requirements';
import { awsPoliciesAsSpelt } from './aws-policies';
import { arnsInPartition } from './caller-arns';
import type { ArnInput } from './caller-arns';
import { document } from './document';
import { SAMPLE_DOCUMENT } from './examples';
import { keepOthersOff } from './exclusive-policies';
import { embedInlinePolicies } from './inline-policies';
import { accountIdInput, partitionInput } from './partition';
import type { At } from './permissions/hcl';
import type { StatementPermission, TrustPermission } from './permissions/model';
import { limitAttachments, ownInlineFits } from './policy-limits';
import { createRole, roleInputs } from './role';
import { attachPolicies, attachedArns, managedPolicies } from './role-policies';
import type { AwsPolicy } from './role-policies';
import { otherTrustedServicesInput } from './trust-policy';

/** Roles that Systems Manager assumes to do something, with an inline policy of the module's. */

/** The inputs of every module that makes such a role. */
export const serviceRoleInputs = (defaults: Parameters<typeof roleInputs>[0]) => ({
  ...roleInputs(defaults),
  ...otherTrustedServicesInput,
  ...partitionInput,
  ...accountIdInput,
});

type RoleInputs = ReturnType<typeof serviceRoleInputs>;

/** The role's own ARN, put together so that the first plan shows the policy whole. */
export const OWN_ARN = 'arn:${partition}:iam::${account_id}:role${path}${role_name}';

/**
 * The inline policy of the module's has a name that the caller's may not have: two of one name
 * would overwrite each other at every apply.
 */
export const inlinePolicyNameIsFree = (
  own: string,
): Requirement<{ readonly inlinePolicies: Input<unknown> }> => ({
  code: 'InlinePolicyName',
  about: ['inlinePolicies'],
  must: (name) =>
    `${name('inlinePolicies')} must not hold a policy named "${own}", which the module writes itself`,
  remedy: () => 'choose another name',
  refused: { inlinePolicies: { [own]: SAMPLE_DOCUMENT } },
  accepts: ({ inlinePolicies }) => !Object.keys(inlinePolicies as object).includes(own),
  condition: (ref) => expr`!contains(keys(${ref.inlinePolicies}), ${literal(own)})`,
});

interface OwnPolicy {
  readonly name: string;
  readonly statements: readonly StatementPermission[];
  /** The inputs that make it longer. */
  readonly causes: readonly Reference<unknown>[];
}

interface ServiceRole<H extends ArnInput, O> {
  readonly at: At;
  readonly trust: readonly TrustPermission[];
  /** The policies of AWS, the first of which is attached by default. */
  readonly managed?: readonly [AwsPolicy, ...(readonly AwsPolicy[])];
  /** The inline policy of the module's. */
  readonly own?: O;
  /** The inputs that hold ARNs. */
  readonly arnInputs: readonly [H, ...H[]];
  readonly preconditions?: readonly Precondition[];
}

/** A role as outputs tell it. */
interface Made<O> {
  readonly role: Expr<IamRole>;
  readonly attachedPolicyArns: Expr<MapOf<string>>;
  /** The inline policy of the module's, if it has one. */
  readonly own: O extends OwnPolicy ? Expr<IamRolePolicy> : undefined;
}

/** Makes the role, with its policies and those that the caller adds. */
export function createServiceRole<H extends ArnInput, O extends OwnPolicy | undefined = undefined>(
  scope: Construct,
  ref: References<RoleInputs> & References<Readonly<Record<H, Input<unknown>>>>,
  { at, trust, managed, own, arnInputs, preconditions = [] }: ServiceRole<H, O>,
): Made<O> {
  const role = createRole(
    scope,
    ref,
    expr`jsonencode(${document(scope, 'trust_policy', trust, at)})`,
  );
  const roleId = role.attr('id');
  const policies = managed && managedPolicies(scope, managed, at);
  const { additionalPolicyArns } = ref;
  const partition = at('partition') as Expr<string>;
  const { arns, inPartition } = arnsInPartition(scope, ref, partition, arnInputs);
  const callers = expr<number>`length(${additionalPolicyArns})`;
  const count = policies ? expr<number>`length(${policies.arns}) + ${callers}` : callers;
  const attachments = attachPolicies(scope, roleId, additionalPolicyArns, policies, [
    ...preconditions,
    inPartition,
    awsPoliciesAsSpelt(scope, ref, arns),
    limitAttachments(scope, count, [additionalPolicyArns]),
  ]);
  const ownPolicy = own && embedOwnPolicy(scope, ref, roleId, own, at);
  const inline = embedInlinePolicies(scope, roleId, ref.inlinePolicies);
  const ofCaller = expr<readonly string[]>`values(${additionalPolicyArns})`;
  keepOthersOff(scope, roleId, ref.exclusivePolicies, {
    attached: attachments
      ? expr`concat(values(${attachments})[*].policy_arn, ${ofCaller})`
      : ofCaller,
    inline: ownPolicy ? expr`concat(${inline}, [${ownPolicy.attr('name')}])` : inline,
  });
  return {
    role,
    attachedPolicyArns: attachments
      ? expr`merge(${attachedArns(attachments)}, ${additionalPolicyArns})`
      : expr`${additionalPolicyArns}`,
    own: ownPolicy as Made<O>['own'],
  };
}

function embedOwnPolicy(
  scope: Construct,
  ref: References<RoleInputs>,
  role: Expr<string>,
  { name, statements, causes }: OwnPolicy,
  at: At,
): Expr<IamRolePolicy> {
  const content = document(scope, 'own_policy', statements, at);
  const policy = new IamRolePolicy(scope, 'own', {
    name,
    role: role.asString(),
    policy: expr<string>`jsonencode(${content})`.asString(),
    lifecycle: {
      precondition: [
        precondition(inlinePolicyNameIsFree(name), ref),
        ownInlineFits(scope, content, ref.inlinePolicies, causes),
      ],
    },
  });
  return address(policy);
}
