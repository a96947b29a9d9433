import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { IamRolePolicyAttachment } from '@cdktf/provider-aws/lib/iam-role-policy-attachment';
import { TerraformLocal } from 'cdktf';
import type { Precondition } from 'cdktf';
import type { Construct } from 'constructs';
import { pin } from '../../generator/address';
import { template } from '../../generator/hcl';
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

/** Attachments of AWS managed policies. */
export interface ManagedAttachments {
  readonly address: string;
  /** Address of the map policy name => ARN that they are made from. */
  readonly arns: string;
  /** One that is attached by default. */
  readonly example: ManagedPolicy;
}

/**
 * Attaches AWS managed policies, keyed by their names.
 *
 * An ARN of AWS never changes, so a later change is ignored: it could only be
 * the partition that is not known yet, and replacing the attachment would take
 * the permissions from running servers for a moment.
 *
 * @param names expression of the list of names
 * @param known the names that may be in it, the first of which is there by default
 */
export function attachManagedPolicies(
  scope: Construct,
  role: string,
  partition: string,
  names: string,
  known: readonly [ManagedPolicy, ...(readonly ManagedPolicy[])],
  precondition: Precondition[],
): ManagedAttachments {
  const table = Object.fromEntries(known.map((name) => [name, MANAGED_POLICY_PATHS[name]]));
  const paths = pin(new TerraformLocal(scope, 'managed_policy_paths', table));
  const wanted = pin(new TerraformLocal(scope, 'managed_policies', template(names)));
  const arn = `arn:${template(partition)}:iam::aws:policy/${template(`${paths}[name]`)}`;
  const byName = template(`{ for name in ${wanted} : name => "${arn}" }`);
  const arns = pin(new TerraformLocal(scope, 'managed_policy_arns', byName));
  const attachment = new IamRolePolicyAttachment(scope, 'managed', {
    role: template(role),
    policyArn: template('each.value'),
    lifecycle: { ignoreChanges: ['policy_arn'], precondition },
  });
  attachment.addOverride('for_each', template(arns));
  return { address: pin(attachment), arns, example: known[0] };
}

/** Attaches policies of the caller, keyed by the names the caller chose. */
export function attachAdditionalPolicies(
  scope: Construct,
  role: string,
  arns: string,
  managed: ManagedAttachments,
): string {
  const precondition = notAttachedAlready(scope, managed.arns, managed.example);
  return attachEach(scope, 'additional', role, arns, 'each.value', [precondition]);
}

/** One attachment for each key of `over`. */
export function attachEach(
  scope: Construct,
  id: string,
  role: string,
  over: string,
  policyArn: string,
  precondition: Precondition[] = [],
): string {
  const attachment = new IamRolePolicyAttachment(scope, `${id}_attachment`, {
    role: template(role),
    policyArn: template(policyArn),
    ...(precondition.length > 0 && { lifecycle: { precondition } }),
  });
  attachment.addOverride('for_each', template(over));
  return pin(attachment, id);
}

/** Embeds the caller's inline policies, keyed by their names. */
export function embedInlinePolicies(scope: Construct, role: string, documents: string): string {
  const policy = new IamRolePolicy(scope, 'inline', {
    name: template('each.key'),
    role: template(role),
    // the provider takes no white space before the brace
    policy: template('trimspace(each.value)'),
  });
  policy.addOverride('for_each', template(documents));
  return pin(policy);
}

/** Address of the map key => ARN over attachments. */
export function arnsByKey(scope: Construct, ...attachments: readonly string[]): string {
  const arns = `{ for key, attachment in merge(${attachments.join(', ')}) : key => attachment.policy_arn }`;
  return pin(new TerraformLocal(scope, 'attached_policy_arns', template(arns)));
}
