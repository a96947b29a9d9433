import type { Precondition } from 'cdktf';
import type { Construct } from 'constructs';
import type { IamRole, IamRolePolicy } from '../../aws-bindings';
import { expr } from '../../generator/expression';
import type { Expr, MapOf } from '../../generator/expression';
import type { Input, References } from '../../generator/inputs';
import { precondition } from '../../generator/requirements';
import { awsPoliciesAsSpelt } from './aws-policies';
import { arnsInPartition } from './caller-arns';
import type { ArnInput } from './caller-arns';
import { document } from './document';
import { embedInlinePolicies, embedOwnPolicy, inlinePolicyNameIsFree } from './inline-policies';
import type { OwnPolicy } from './inline-policies';
import { accountIdInput, partitionInput } from './partition';
import type { At } from './permissions/hcl';
import type { TrustPermission } from './permissions/model';
import { limitAttachments } from './policy-limits';
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
  readonly inlinePolicyNames: Expr<readonly string[]>;
  /** The inline policy of the module's, if it has one. */
  readonly own: O extends OwnPolicy ? Expr<IamRolePolicy> : undefined;
}

/** Makes the role, with its policies and those that the caller adds. */
export function createServiceRole<H extends ArnInput, O extends OwnPolicy | undefined = undefined>(
  scope: Construct,
  ref: References<RoleInputs> & References<Readonly<Record<H, Input<unknown>>>>,
  { at, trust, managed, own, arnInputs, preconditions = [] }: ServiceRole<H, O>,
): Made<O> {
  const trustPolicy = document(scope, 'trust_policy', trust, at);
  const role = createRole(scope, ref, expr`jsonencode(${trustPolicy})`);
  const roleId = role.attr('id');
  const policies = managed && managedPolicies(scope, managed, at);
  const { additionalPolicyArns } = ref;
  const { arns, inPartition } = arnsInPartition(
    scope,
    ref,
    at('partition') as Expr<string>,
    arnInputs,
  );
  const callers = expr<number>`length(${additionalPolicyArns})`;
  const count = policies ? expr<number>`length(${policies.arns}) + ${callers}` : callers;
  const attachments = attachPolicies(scope, roleId, additionalPolicyArns, policies, [
    ...preconditions,
    inPartition,
    awsPoliciesAsSpelt(scope, ref, arns),
    limitAttachments(scope, count, [additionalPolicyArns]),
  ]);
  const preconditionsOfOwn = own && [precondition(inlinePolicyNameIsFree(own.name), ref)];
  const ownPolicy =
    own && embedOwnPolicy(scope, roleId, ref.inlinePolicies, own, at, preconditionsOfOwn);
  const inline = embedInlinePolicies(scope, roleId, ref.inlinePolicies);
  const attached = attachments
    ? expr<MapOf<string>>`merge(${attachedArns(attachments)}, ${additionalPolicyArns})`
    : additionalPolicyArns;
  return {
    role,
    attachedPolicyArns: attached,
    inlinePolicyNames: ownPolicy ? expr`concat(${inline}, [${ownPolicy.attr('name')}])` : inline,
    own: ownPolicy as Made<O>['own'],
  };
}
