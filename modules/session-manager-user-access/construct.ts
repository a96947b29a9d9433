import { Construct } from 'constructs';
import { bind } from '../../generator/bind';
import { expr } from '../../generator/expression';
import { precondition } from '../../generator/requirements';
import { arnsInPartition } from '../iam/caller-arns';
import { document, inLocals } from '../iam/document';
import { accountId, partition } from '../iam/partition';
import { createPolicyForPeople } from '../iam/people';
import { pathsOf } from '../iam/permissions/hcl';
import { grants } from './grants';
import { TOO_LONG, inputs } from './inputs';
import type { SessionManagerUserAccessProps } from './inputs';
import {
  ARN_INPUTS,
  regionsLimit,
  requirements,
  someNodes,
  tagsOrIds,
  userNamesOfUsers,
} from './requirements';
import { LISTS, TESTS } from './start-grants';

/**
 * Lets users, groups and roles start sessions on managed nodes, and end and
 * resume their own.
 *
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-restrict-access-quickstart.html
 */
export class SessionManagerUserAccess extends Construct {
  /** Name of the policy. */
  readonly policyName: string;
  /** ARN of the policy. */
  readonly policyArn: string;
  /** The policy as JSON, for a permission set or a role that takes it inline. */
  readonly policyDocument: string;

  /** @throws UsageError when a literal prop is one that IAM would refuse */
  constructor(scope: Construct, id: string, props: SessionManagerUserAccessProps) {
    super(scope, id);
    const ref = bind(this, inputs, props, requirements);
    const inPartition = partition(this, ref.partition);
    const account = accountId(this, ref.accountId);

    const at = pathsOf(ref, { partition: inPartition, account_id: account });
    const content = document(this, 'access_policy', grants, inLocals(this, at, LISTS, TESTS), {
      withSids: true,
    });
    const together = [someNodes, tagsOrIds, regionsLimit, userNamesOfUsers].map((one) =>
      precondition(one, ref),
    );
    const policy = createPolicyForPeople(this, ref, {
      description: 'For those who start sessions of AWS Systems Manager Session Manager.',
      content,
      example: { instanceTags: { Team: 'web' } },
      preconditions: [...together, arnsInPartition(this, ref, inPartition, ARN_INPUTS).inPartition],
      size: {
        causes: [ref.instanceIds, ref.instanceTags, ref.regions, ref.documents, ref.kmsKeyArns],
        tooLong: TOO_LONG,
      },
    });

    this.policyName = policy.attr('name').asString(this);
    this.policyArn = policy.attr('arn').asString(this);
    this.policyDocument = expr<string>`jsonencode(${content})`.asString(this);
  }
}
