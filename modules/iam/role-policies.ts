import { Token } from 'cdktf';
import type { Precondition, TerraformResourceLifecycle } from 'cdktf';
import type { Construct } from 'constructs';
import { IamRolePolicyAttachment } from '../../aws-bindings';
import { address } from '../../generator/address';
import { carry, demand, local } from '../../generator/blocks';
import { Reference, expr, listed, text } from '../../generator/expression';
import type { Expr, MapOf } from '../../generator/expression';
import { input } from '../../generator/inputs';
import { eachValue } from '../../generator/map-rules';
import { notNull } from '../../generator/null-rules';
import * as type from '../../generator/types';
import { policyArn } from './arns';
import { awsPage } from './aws-pages';
import { AWS_POLICY, SAMPLE_DOCUMENT } from './examples';
import { MANAGED_POLICY_PATHS } from './managed-policies';
import type { ManagedPolicies, attaches } from './managed-policies';
import { conditionOf } from './permissions/hcl';
import type { At } from './permissions/hcl';
import { isNot } from './permissions/model';
import type { Permission, Term, When } from './permissions/model';
import { policyDocument } from './policy-document';
import { attachedOnce, inlinePolicySize } from './policy-limits';

type Texts = MapOf<string>;

/** What a caller may add to the permissions of any role. */
export const rolePolicyInputs = {
  additionalPolicyArns: input.withDefault(
    type.mapOfString,
    {},
    {
      description:
        'More managed policies to attach: a name of your choice => policy ARN. The names must be known at plan; the ARNs need not be.',
      rules: [eachValue(notNull(policyArn))],
      samples: [{ value: { Example: AWS_POLICY } }],
    },
  ),
  inlinePolicies: input.withDefault(
    type.mapOfString,
    {},
    {
      description: 'Inline policies to embed: policy name => JSON document.',
      rules: [eachValue(notNull(policyDocument)), inlinePolicySize],
      samples: [{ value: { Example: SAMPLE_DOCUMENT } }],
    },
  ),
};

/** What the caller may add to any role, and bound it with. */
export function callersGrants(
  grantedTo: readonly Term[],
  boundedWhen: readonly When[] = [],
): Permission[] {
  const see = awsPage.policyGrammar;
  return [
    {
      id: 'additional_policy_arns',
      kind: 'attached-policy',
      address: 'aws_iam_role_policy_attachment.additional',
      when: [],
      for_each: 'additional_policy_arns',
      granted_to: grantedTo,
      policy_arn: '${each.value}',
      reason: 'A managed policy of your choice.',
      see,
    },
    {
      id: 'inline_policies',
      kind: 'embedded-document',
      address: 'aws_iam_role_policy.inline',
      when: [],
      for_each: 'inline_policies',
      granted_to: grantedTo,
      document: '${each.value}',
      reason: 'Your policy document, embedded as it is.',
      see,
    },
    {
      id: 'permissions_boundary',
      kind: 'boundary',
      address: 'aws_iam_role.this',
      when: [isNot('permissions_boundary', null), ...boundedWhen],
      granted_to: grantedTo,
      policy_arn: '${permissions_boundary}',
      reason: 'Grants nothing. The role may do only what this policy allows as well.',
      see: awsPage.boundaries,
    },
  ];
}

/** A policy of AWS that a module attaches. */
export type AwsPolicy = ReturnType<typeof attaches>;

type Attachments<M> = M extends undefined ? undefined : Expr<MapOf<IamRolePolicyAttachment>>;

/**
 * Says which AWS managed policies a role gets.
 *
 * @param policies the first of which is attached by default
 */
export function managedPolicies(
  scope: Construct,
  policies: readonly [AwsPolicy, ...(readonly AwsPolicy[])],
  at: At,
): ManagedPolicies {
  const table = Object.fromEntries(
    policies.map(({ managed_policy, when }) => [
      MANAGED_POLICY_PATHS[managed_policy],
      when.length === 0 ? true : conditionOf(when, at),
    ]),
  );
  const comment = 'Policy of AWS => whether it is attached. README says what it grants.';
  const all = local<object>(scope, 'managed_policies', table, comment);
  const arn = text`arn:${at('partition')}:iam::aws:policy/${expr`policy`}`;
  const byName = expr<Texts>`{ for policy, attached in ${all} : basename(policy) => ${arn} if attached }`;
  return {
    arns: local(scope, 'managed_policy_arns', byName),
    by: listed(switchesOf(policies, at), 'or'),
    example: policies[0].managed_policy,
  };
}

/** The inputs that attach some of the policies. */
function switchesOf(policies: readonly AwsPolicy[], at: At): Reference<unknown>[] {
  const values = policies.flatMap(({ when }) => when.map(({ value }) => at(value)));
  return [...new Set(values)].filter((value) => value instanceof Reference);
}

/**
 * Attaches AWS managed policies, keyed by their names, and those of the caller, keyed by the
 * names that the caller chose.
 *
 * An ARN of AWS never changes, so a later change is ignored: it could only be
 * the partition that is not known yet, and replacing the attachment would take
 * the permissions from running servers for a moment.
 *
 * @param preconditions about the inputs, whatever is attached
 * @param managed what AWS's policies are, if the role has any
 * @returns the attachments of those
 */
export function attachPolicies<M extends ManagedPolicies | undefined>(
  scope: Construct,
  role: Expr<string>,
  additional: Reference<Texts>,
  managed: M,
  preconditions: readonly Precondition[],
): Attachments<M> {
  demand(scope, ...preconditions, attachedOnce(scope, additional, managed));
  const ignoreChanges = ['policy_arn'];
  const ofAws = managed && attachEach(scope, 'managed', role, managed.arns, { ignoreChanges });
  attachEach(scope, 'additional', role, additional);
  return ofAws as Attachments<M>;
}

/** Key => ARN, as it is attached: that of a policy of AWS is known even where the partition is not yet. */
export const attachedArns = (attachments: Expr<MapOf<IamRolePolicyAttachment>>): Expr<Texts> =>
  expr`{ for name, attachment in ${attachments} : name => attachment.policy_arn }`;

function attachEach(
  scope: Construct,
  id: string,
  role: Expr<string>,
  arns: Expr<Texts>,
  lifecycle?: TerraformResourceLifecycle,
): Expr<MapOf<IamRolePolicyAttachment>> {
  const each = arns.iterator();
  const attachment = new IamRolePolicyAttachment(scope, id, {
    forEach: each,
    role: role.asString(),
    policyArn: Token.asString(each.value),
    ...(lifecycle && { lifecycle }),
  });
  carry(scope, attachment);
  return expr`${address(attachment)}`;
}
