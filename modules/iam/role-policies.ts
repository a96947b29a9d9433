import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { IamRolePolicyAttachment } from '@cdktf/provider-aws/lib/iam-role-policy-attachment';
import { TerraformLocal } from 'cdktf';
import type { Precondition } from 'cdktf';
import type { Construct } from 'constructs';
import { pin } from '../../generator/address';
import { explainLocal } from '../../generator/blocks';
import { template } from '../../generator/hcl';
import { input } from '../../generator/inputs';
import { eachKey, eachValue } from '../../generator/map-rules';
import * as type from '../../generator/types';
import { policyArn } from './arns';
import { AWS_POLICY, SAMPLE_DOCUMENT } from './examples';
import { awsPage } from './aws-pages';
import { MANAGED_POLICY_PATHS } from './managed-policies';
import type { ManagedPolicy, attaches } from './managed-policies';
import { policyName } from './names';
import { conditionOf } from './permissions/hcl';
import type { At } from './permissions/hcl';
import { isNot } from './permissions/model';
import type { Permission, Term, When } from './permissions/model';
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
      reason: 'A policy document of yours, embedded as it is.',
      see,
    },
    {
      id: 'permissions_boundary',
      kind: 'boundary',
      address: 'aws_iam_role.this',
      when: [isNot('permissions_boundary', null), ...boundedWhen],
      granted_to: grantedTo,
      policy_arn: '${permissions_boundary}',
      reason: 'Grants nothing: what this policy does not allow, nothing else grants either.',
      see: awsPage.boundaries,
    },
  ];
}

type AwsPolicy = ReturnType<typeof attaches>;

/** The AWS managed policies of a role. */
export interface ManagedPolicies {
  /** Address of the map policy name => ARN. */
  readonly arns: string;
  /** One that is attached by default. */
  readonly example: ManagedPolicy;
}

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
      when.length === 0 ? true : template(conditionOf(when, at)),
    ]),
  );
  explainLocal(scope, 'managed_policies', 'Policy of AWS => whether it is attached.');
  const wanted = pin(new TerraformLocal(scope, 'managed_policies', table));
  const arn = `arn:${template(at('partition'))}:iam::aws:policy/${template('policy')}`;
  const byName = `{ for policy, attached in ${wanted} : basename(policy) => "${arn}" if attached }`;
  const arns = pin(new TerraformLocal(scope, 'managed_policy_arns', template(byName)));
  return { arns, example: policies[0].managed_policy };
}

/**
 * Attaches them, keyed by their names.
 *
 * An ARN of AWS never changes, so a later change is ignored: it could only be
 * the partition that is not known yet, and replacing the attachment would take
 * the permissions from running servers for a moment.
 *
 * @returns address of the attachments
 */
export function attachManagedPolicies(
  scope: Construct,
  role: string,
  { arns }: ManagedPolicies,
  precondition: Precondition[],
): string {
  const attachment = new IamRolePolicyAttachment(scope, 'managed', {
    role: template(role),
    policyArn: template('each.value'),
    lifecycle: { ignoreChanges: ['policy_arn'], precondition },
  });
  attachment.addOverride('for_each', template(arns));
  return pin(attachment);
}

/** Attaches policies of the caller, keyed by the names the caller chose. */
export function attachAdditionalPolicies(
  scope: Construct,
  role: string,
  arns: string,
  managed: ManagedPolicies,
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
