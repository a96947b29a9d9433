import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { IamRolePolicyAttachment } from '@cdktf/provider-aws/lib/iam-role-policy-attachment';
import { Fn, Token } from 'cdktf';
import type { Precondition, TerraformResourceLifecycle } from 'cdktf';
import type { Construct } from 'constructs';
import { address } from '../../generator/address';
import { local } from '../../generator/blocks';
import { expr, text } from '../../generator/expression';
import type { Expr, MapOf, Reference } from '../../generator/expression';
import { input } from '../../generator/inputs';
import { eachKey, eachValue } from '../../generator/map-rules';
import * as type from '../../generator/types';
import { policyArn } from './arns';
import { AWS_POLICY, SAMPLE_DOCUMENT } from './examples';
import { MANAGED_POLICY_PATHS } from './managed-policies';
import type { ManagedPolicy } from './managed-policies';
import { policyName } from './names';
import { policyDocument } from './policy-document';
import {
  attachedOnce,
  attachmentCount,
  inlinePolicySize,
  notAttachedAlready,
} from './policy-limits';

type Texts = MapOf<string>;

/** What a caller may add to the permissions of any role. */
export const rolePolicyInputs = {
  additionalPolicyArns: input.withDefault(
    type.mapOfString,
    {},
    {
      description:
        'More managed policies to attach: a name of your choice => policy ARN. The names have to be known at plan, the ARNs do not.',
      rules: [eachValue(policyArn), attachedOnce, attachmentCount],
      samples: [{ value: { Example: AWS_POLICY } }],
    },
  ),
  inlinePolicies: input.withDefault(
    type.mapOfString,
    {},
    {
      description: 'Inline policies to embed: policy name => JSON document.',
      rules: [eachKey(policyName), eachValue(policyDocument), inlinePolicySize],
      samples: [{ value: { Example: SAMPLE_DOCUMENT } }],
    },
  ),
};

/** Policies of AWS that a module attaches. */
export interface ManagedPolicies {
  readonly names: Expr<readonly string[]>;
  /** The names that there may be, the first of which is there by default. */
  readonly known: readonly [ManagedPolicy, ...(readonly ManagedPolicy[])];
  readonly preconditions: readonly Precondition[];
}

/**
 * Attaches AWS managed policies, keyed by their names, and those of the caller, keyed by the
 * names that the caller chose.
 *
 * An ARN of AWS never changes, so a later change is ignored: it could only be
 * the partition that is not known yet, and replacing the attachment would take
 * the permissions from running servers for a moment.
 *
 * @returns key => ARN
 */
export function attachPolicies(
  scope: Construct,
  role: Expr<string>,
  partition: Expr<string>,
  additional: Reference<Texts>,
  { names, known, preconditions }: ManagedPolicies,
): Expr<Texts> {
  const table = Object.fromEntries(known.map((name) => [name, MANAGED_POLICY_PATHS[name]]));
  const paths = local(scope, 'managed_policy_paths', table);
  const wanted = local(scope, 'managed_policies', names);
  const arn = text`arn:${partition}:iam::aws:policy/${expr`${paths}[name]`}`;
  const byName = expr<Texts>`{ for name in ${wanted} : name => ${arn} }`;
  const managed = local(scope, 'managed_policy_arns', byName);
  const ofAws = attachEach(scope, 'managed', role, managed, {
    ignoreChanges: ['policy_arn'],
    precondition: [...preconditions],
  });
  const others = attachEach(scope, 'additional', role, additional, {
    precondition: [notAttachedAlready(scope, additional, managed, known[0])],
  });
  const all = expr`merge(${ofAws}, ${others})`;
  const arns = expr<Texts>`{ for key, attachment in ${all} : key => attachment.policy_arn }`;
  return local(scope, 'attached_policy_arns', arns);
}

function attachEach(
  scope: Construct,
  id: string,
  role: Expr<string>,
  arns: Expr<Texts>,
  lifecycle: TerraformResourceLifecycle,
): Expr<IamRolePolicyAttachment> {
  const each = arns.iterator();
  const attachment = new IamRolePolicyAttachment(scope, id, {
    forEach: each,
    role: role.asString(),
    policyArn: Token.asString(each.value),
    lifecycle,
  });
  return address(attachment);
}

/**
 * Embeds the caller's inline policies, keyed by their names.
 *
 * @returns their names
 */
export function embedInlinePolicies(
  scope: Construct,
  role: Expr<string>,
  documents: Expr<Texts>,
): Expr<readonly string[]> {
  const each = documents.iterator();
  const policy = new IamRolePolicy(scope, 'inline', {
    forEach: each,
    name: each.key,
    role: role.asString(),
    // the provider takes no white space before the brace
    policy: Fn.trimspace(Token.asString(each.value)),
  });
  return expr`values(${address(policy)})[*].name`;
}
