import type { Construct } from 'constructs';
import { declareRefusal } from '../../generator/refusals';
import { LONGEST_BUCKET_NAME } from './bucket-names';
import { AWS_POLICY } from './examples';
import { LONGEST_POLICY_NAME } from './names';
import { LONGEST_POLICY, MOST_ATTACHED } from './packing';
import { MANY_ATTACHMENTS } from './policy-limits';
import type { S3PolicyOptions } from './s3-policy';

/** Characters that any bucket of the caller's is counted with at least. */
const SHORTEST_BUCKET = 440;

/** One more than a policy has room for, however short their names. */
const TOO_MANY = Math.ceil(LONGEST_POLICY / SHORTEST_BUCKET);

const names = (count: number, length = 0): string[] =>
  Array.from({ length: count }, (_, i) => `example-${String(i)}`.padEnd(length, 'x'));

const ownBuckets = (count: number): object[] => names(count).map((name) => ({ name }));

const LONG_NAMES = names(Math.ceil(LONGEST_POLICY / LONGEST_BUCKET_NAME), LONGEST_BUCKET_NAME);

/** Examples of what the preconditions of the S3 policies refuse. */
export function declareS3Refusals(
  scope: Construct,
  { nameInput, otherKeys }: Pick<S3PolicyOptions, 'nameInput' | 'otherKeys'>,
): void {
  const attached = otherKeys !== undefined;
  declareRefusal(scope, {
    // as many as a role takes, and those of AWS beside them
    failing: ['S3PolicyCount', ...(attached ? ['AttachmentCount', MANY_ATTACHMENTS] : [])],
    inputs: { s3Buckets: ownBuckets(MOST_ATTACHED * TOO_MANY) },
  });
  declareRefusal(scope, {
    failing: ['S3PolicySize'],
    inputs: { additionalAgentBuckets: { 'us-east-9': LONG_NAMES } },
  });
  declareRefusal(scope, {
    failing: ['S3PolicyName'],
    inputs: {
      s3Buckets: ownBuckets(TOO_MANY),
      [nameInput]: 'ExamplePolicy'.padEnd(LONGEST_POLICY_NAME, '-'),
    },
  });
  if (attached) {
    declareRefusal(scope, {
      failing: ['AttachmentKey'],
      inputs: {
        regions: ['us-east-2'],
        s3PolicyName: 'Example',
        additionalPolicyArns: { Example: AWS_POLICY },
      },
    });
  }
}
