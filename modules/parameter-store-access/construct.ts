import { Construct } from 'constructs';
import { bind } from '../../generator/bind';
import { expr } from '../../generator/expression';
import { precondition } from '../../generator/requirements';
import { arnsInPartition } from '../iam/caller-arns';
import { document, inLocals } from '../iam/document';
import { accountId, partition } from '../iam/partition';
import { createPolicyForPeople } from '../iam/people';
import { pathsOf } from '../iam/permissions/hcl';
import { ARN_LISTS, grants } from './grants';
import { TOO_LONG, inputs } from './inputs';
import type { ParameterStoreAccessProps } from './inputs';
import {
  ARN_INPUTS,
  historyOfReaders,
  namesParameters,
  requirements,
  rootAlone,
} from './requirements';

/**
 * Lets users, groups and roles read, write or administer parameters, by path
 * or by name; the roles may be those of nodes.
 *
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-setting-up.html
 */
export class ParameterStoreAccess extends Construct {
  /** Name of the policy. */
  readonly policyName: string;
  /** ARN of the policy. */
  readonly policyArn: string;
  /** The policy as JSON, for a permission set or a role that takes it inline. */
  readonly policyDocument: string;

  /** @throws UsageError when a literal prop is one that IAM or Parameter Store would refuse */
  constructor(scope: Construct, id: string, props: ParameterStoreAccessProps) {
    super(scope, id);
    const ref = bind(this, inputs, props, requirements);
    const inPartition = partition(this, ref.partition);
    const account = accountId(this, ref.accountId);

    const at = pathsOf(ref, { partition: inPartition, account_id: account });
    const content = document(this, 'access_policy', grants, inLocals(this, at, ARN_LISTS), {
      withSids: true,
    });
    const policy = createPolicyForPeople(this, ref, {
      description: 'For those who use parameters of AWS Systems Manager Parameter Store.',
      content,
      preconditions: [
        ...[namesParameters, rootAlone, historyOfReaders].map((one) => precondition(one, ref)),
        arnsInPartition(this, ref, inPartition, ARN_INPUTS).inPartition,
      ],
      example: { paths: ['/web'] },
      size: { causes: [ref.paths, ref.names, ref.kmsKeyArns], tooLong: TOO_LONG },
    });

    this.policyName = policy.attr('name').asString(this);
    this.policyArn = policy.attr('arn').asString(this);
    this.policyDocument = expr<string>`jsonencode(${content})`.asString(this);
  }
}
