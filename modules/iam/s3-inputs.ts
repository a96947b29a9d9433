import { expr } from '../../generator/expression';
import { input } from '../../generator/inputs';
import { notNull, orNull } from '../../generator/null-rules';
import { attributeRule, each, matches, oneOf, rule } from '../../generator/rules';
import type { Rule } from '../../generator/rules';
import * as type from '../../generator/types';
import { AGENT_BUCKET_FAMILIES } from './agent-buckets';
import { kmsKeyArn } from './arns';
import { awsPage } from './aws-pages';
import { bucketName } from './bucket-names';

/** A bucket of the caller's own that Systems Manager reads from or writes to. */
export const ownBucket = type.object({
  name: type.attribute.required(type.string, 'Name of the bucket.'),
  prefix: type.attribute.optional(
    type.string,
    'Folder inside the bucket that access is limited to. Null: the whole bucket.',
  ),
  access: type.attribute.optional(type.string, '`read`, `write` or `read-write`.', 'read-write'),
  list: type.attribute.optional(
    type.bool,
    'Adds s3:ListBucket where the bucket is read, limited to `prefix` if set.',
    true,
  ),
  crossAccount: type.attribute.optional(
    type.bool,
    'Adds s3:PutObjectAcl (`bucket-owner-full-control` only), for a bucket of another account.',
    false,
  ),
  encrypted: type.attribute.optional(
    type.bool,
    'Adds s3:GetEncryptionConfiguration on the bucket, which SSM Agent reads.',
    true,
  ),
  kmsKeyArn: type.attribute.optional(
    type.string,
    'ARN of the KMS key that encrypts the bucket; adds the KMS actions that the access needs, through S3.',
  ),
});

const bucketPrefix = matches({
  pattern: "^[\\w!.'()=+,@:;-][\\w!.'()=+,@:;/ -]*$",
  refused: '/logs',
  code: 'BucketPrefix',
  must: `must be letters, digits, spaces and _!.'()=+,@:;/-, and not begin with a space or "/"`,
  remedy: 'write it like "logs" or "logs/run-command"',
  see: awsPage.objectKeys,
});

const bucketAccess = oneOf(['read', 'write', 'read-write'], {
  code: 'BucketAccess',
  see: awsPage.instanceProfile,
});

/** Which ones there are is in the data; `agentRegions` compares with it. */
const regionName = matches({
  pattern: '^[a-z0-9-]+$',
  refused: 'us_east_2',
  code: 'RegionName',
  must: 'must be the name of a region',
  remedy: 'write it like "us-east-2"',
  see: awsPage.agentBuckets,
});

interface OwnBucket {
  readonly access?: string | null | undefined;
  readonly crossAccount?: boolean | null | undefined;
}

/** An access control list is written with an object; reading alone has none. */
const crossAccountWrites: Rule<OwnBucket> = rule({
  code: 'CrossAccountReads',
  must: 'must not set cross_account with access "read", since s3:PutObjectAcl is for what is written',
  remedy: 'remove it, or use access "write" or "read-write"',
  see: awsPage.instanceProfile,
  refused: (bucket) => ({ ...bucket, access: 'read', crossAccount: true }),
  accepts: ({ access, crossAccount }) => !(access === 'read' && crossAccount === true),
  onNull: 'passes',
  condition: (bucket) =>
    expr`!try(${bucket.attr('access')} == "read" && ${bucket.attr('crossAccount')}, false)`,
});

const SOME_REGION = ['eu-west-1'];

const KMS_KEY = 'arn:aws:kms:us-east-2:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab';

/** The inputs of every module that can make the S3 access policy. */
export const s3Inputs = {
  regions: input.withDefault(type.set(type.string), [] as readonly string[], {
    description:
      'Regions whose AWS-owned buckets SSM Agent may read. Needed only where S3 is reached through a VPC endpoint. Must be known at plan.',
    rules: [each(notNull(regionName))],
    samples: [{ value: SOME_REGION }],
  }),
  agentBuckets: input.withDefault(type.string, 'all', {
    description:
      'Which agent buckets of `regions` to allow: `current` (the seven families AWS lists today), `classic` (the eight it listed before) or `all` (both).',
    rules: [
      oneOf(Object.keys(AGENT_BUCKET_FAMILIES), {
        code: 'AgentBuckets',
        see: awsPage.agentBuckets,
      }),
    ],
    samples: ['current', 'classic'].map((value) => ({ value, with: { regions: SOME_REGION } })),
  }),
  s3Buckets: input.withDefault(type.list(ownBucket), [], {
    description:
      'Your buckets that Systems Manager reads scripts and patch lists from, or writes output to. How many there are must be known at plan; their names need not be.',
    rules: [
      each(notNull(attributeRule('name', bucketName, false))),
      each(attributeRule('prefix', orNull(bucketPrefix, 'for the whole bucket'))),
      each(attributeRule('access', bucketAccess)),
      each(attributeRule('kmsKeyArn', orNull(kmsKeyArn, 'for none'))),
      each(crossAccountWrites),
    ],
    samples: [
      { value: [{ name: 'example-bucket', prefix: 'logs', kmsKeyArn: KMS_KEY }] },
      { value: [{ name: 'example-bucket', access: 'read', encrypted: false }] },
      { value: [{ name: 'example-bucket', access: 'write', crossAccount: true }] },
    ],
  }),
};

/** Where the policy is made beside a role, its name follows the role's. */
export const s3PolicyNameInput = {
  s3PolicyName: input.nullable(type.string, {
    description:
      "Prefix of the S3 policy names, followed by `-agent` for agent buckets and `-buckets` for yours. Null: the role's name followed by `S3Policy`.",
    samples: [
      {
        value: 'ExamplePolicy',
        with: { regions: SOME_REGION },
        makes: { 'aws_iam_policy.s3["agent"].name': 'ExamplePolicy-agent' },
      },
    ],
  }),
};
