import { Construct } from 'constructs';
import { bind } from '../../generator/bind';
import { expr, text } from '../../generator/expression';
import { precondition } from '../../generator/requirements';
import { accountId, partition } from '../iam/partition';
import { createRole } from '../iam/role';
import { grantNodePermissions } from '../iam/node-permissions';
import { pathsOf } from '../iam/permissions/hcl';
import { document } from '../iam/document';
import { NODES, trust } from './grants';
import { inputs } from './inputs';
import type { HybridServiceRoleProps } from './inputs';
import { activationRoleName, requirements } from './requirements';

/**
 * The service role for servers and VMs outside EC2: Systems Manager assumes it
 * for the nodes of a hybrid activation.
 *
 * Defines the role, the attachments of its AWS managed policies, and, if
 * `regions` or `s3Buckets` ask for it, the S3 access policy.
 *
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/hybrid-multicloud-service-role.html
 */
export class HybridServiceRole extends Construct {
  /** Name of the role. */
  readonly roleName: string;
  /** ARN of the role. */
  readonly roleArn: string;
  /** Stable id of the role, like `AROA...`. */
  readonly roleUniqueId: string;
  /** Path and name without the leading slash, as `aws_ssm_activation` and CreateActivation take it. */
  readonly activationRoleName: string;
  /** ARNs of the attached managed policies, by policy name or by key of `additionalPolicyArns`. */
  readonly attachedPolicyArns: Record<string, string>;
  /** Names of all inline policies that the construct embeds in the role. */
  readonly inlinePolicyNames: string[];
  /** Names of the S3 access policies; empty if there are none. */
  readonly s3PolicyNames: string[];
  /** ARNs of the S3 access policies, in the order of their names. */
  readonly s3PolicyArns: string[];
  /** The S3 access policies as JSON documents, in the same order. */
  readonly s3PolicyDocuments: string[];

  /** @throws UsageError when a literal prop is one that IAM or S3 would refuse */
  constructor(scope: Construct, id: string, props: HybridServiceRoleProps = {}) {
    super(scope, id);
    const ref = bind(this, inputs, props, requirements);
    const inPartition = partition(this, ref.partition);
    const account = accountId(this, ref.accountId, ref.confusedDeputyProtection);

    const at = pathsOf(ref, { partition: inPartition, account_id: account });
    const trustPolicy = document(this, 'trust_policy', trust, at);
    const role = createRole(this, ref, expr`jsonencode(${trustPolicy})`);
    const granted = grantNodePermissions(this, ref, {
      role: role.attr('id'),
      roleName: role.attr('name'),
      partition: inPartition,
      nodes: NODES,
      s3PolicyDescription: 'S3 buckets that Systems Manager reads and writes on hybrid nodes.',
      preconditions: [precondition(activationRoleName, ref)],
    });

    this.roleName = role.attr('name').asString(this);
    this.roleArn = role.attr('arn').asString(this);
    this.roleUniqueId = role.attr('uniqueId').asString(this);
    const pathAndName = text`${role.attr('path')}${role.attr('name')}`;
    this.activationRoleName = expr<string>`trimprefix(${pathAndName}, "/")`.asString(this);
    this.attachedPolicyArns = granted.attachedPolicyArns.asStringMap(this);
    this.inlinePolicyNames = granted.inlinePolicyNames.asList(this);
    this.s3PolicyNames = granted.s3PolicyNames.asList(this);
    this.s3PolicyArns = granted.s3PolicyArns.asList(this);
    this.s3PolicyDocuments = granted.s3PolicyDocuments.asList(this);
  }
}
