import { Construct } from 'constructs';
import { bind } from '../../generator/bind';
import { expr } from '../../generator/expression';
import { precondition } from '../../generator/requirements';
import { arnsInPartition } from '../iam/caller-arns';
import { partition } from '../iam/partition';
import { createS3Policy } from '../iam/s3-policy';
import { inputs } from './inputs';
import type { S3AccessPolicyProps } from './inputs';
import { ARN_INPUTS, grantsSomething, requirements } from './requirements';

/**
 * The custom policies for S3 access of managed nodes, alone: attach them to any role.
 *
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/setup-instance-permissions.html
 */
export class S3AccessPolicy extends Construct {
  /** Kind of policy (`agent`, `agent-2`, `buckets`) => ARN; the kinds are known at plan. */
  readonly policies: Record<string, string>;
  /** Names of the policies, in the order of their ARNs. */
  readonly policyNames: string[];
  /** ARNs of the policies. */
  readonly policyArns: string[];
  /** The policies as JSON documents, in the order of their ARNs. */
  readonly policyDocuments: string[];

  /** @throws UsageError when a literal prop is one that IAM or S3 would refuse */
  constructor(scope: Construct, id: string, props: S3AccessPolicyProps = {}) {
    super(scope, id);
    const ref = bind(this, inputs, props, requirements);
    const inPartition = partition(this, ref.partition);
    const { policies } = createS3Policy(this, ref, {
      name: ref.policyName,
      path: ref.path,
      tags: ref.tags,
      description: ref.description.asString(),
      partition: inPartition,
      preconditions: [
        precondition(grantsSomething, ref),
        arnsInPartition(this, ref, inPartition, ARN_INPUTS).inPartition,
      ],
    });
    const arns = expr`for kind, policy in ${policies} : kind => policy.arn`;
    const all = expr`values(${policies})`;
    this.policies = expr<Record<string, string>>`{ ${arns} }`.asStringMap(this);
    this.policyNames = expr<string[]>`${all}[*].name`.asList(this);
    this.policyArns = expr<string[]>`${all}[*].arn`.asList(this);
    this.policyDocuments = expr<string[]>`${all}[*].policy`.asList(this);
  }
}
