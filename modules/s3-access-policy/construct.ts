import { Construct } from 'constructs';
import { attributeOf } from '../../generator/attributes';
import { bind } from '../../generator/bind';
import { template } from '../../generator/hcl';
import { precondition } from '../../generator/requirements';
import { partition } from '../iam/partition';
import { createS3Policy } from '../iam/s3-policy';
import { inputs } from './inputs';
import type { S3AccessPolicyProps } from './inputs';
import { grantsSomething, requirements } from './requirements';

/**
 * The custom policies for S3 access of managed nodes, alone: attach them to any role.
 *
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/setup-instance-permissions.html
 */
export class S3AccessPolicy extends Construct {
  /** Kind of policy (`agent`, `agent-2`, `buckets`) => ARN; the kinds are known at plan. */
  readonly policies: Record<string, string>;
  /** ARNs of the policies. */
  readonly policyArns: string[];
  /** The policies as JSON documents, in the order of their ARNs. */
  readonly policyDocuments: string[];

  /** @throws UsageError when a literal prop is one that IAM or S3 would refuse */
  constructor(scope: Construct, id: string, props: S3AccessPolicyProps = {}) {
    super(scope, id);
    const ref = bind(this, inputs, props, requirements);
    const inPartition = partition(this, ref.partition);
    const policies = createS3Policy(this, ref, {
      name: ref.policyName,
      path: ref.path,
      tags: ref.tags,
      description: template(ref.description),
      partition: inPartition,
      always: true,
      preconditions: [precondition(grantsSomething, ref)],
    });
    const { address } = policies;
    this.policies = attributeOf.map(
      this,
      `{ for kind, policy in ${address} : kind => policy.arn }`,
    );
    this.policyArns = attributeOf.list(this, `values(${address})[*].arn`);
    this.policyDocuments = attributeOf.list(this, `values(${address})[*].policy`);
  }
}
