import { ALONE, namesFor } from '../packing';
import type { RuleCase } from './rule-case';
import {
  ACCOUNT,
  inAutomation,
  inHybrid,
  inProfile,
  inS3,
  many,
  ofLength,
  several,
} from './rule-case';

const text = (value: unknown): string => JSON.stringify(value);

/** For two policies. */
const MANY_REGIONS = [
  ...['us-east-1', 'us-east-2', 'us-west-1', 'us-west-2', 'ca-central-1', 'ca-west-1', 'sa-east-1'],
  ...['eu-west-1', 'eu-west-2', 'eu-west-3', 'eu-north-1', 'eu-south-1', 'eu-south-2', 'ap-east-1'],
];

/** Own buckets whose statements are as long as the limits of their parts let them be. */
const longBuckets = (count: number): object[] =>
  Array.from({ length: count }, (_, i) => ({
    name: ofLength(63, `bucket-${i}-`),
    prefix: ofLength(500),
    kms_key_arn: ofLength(88, `arn:aws-us-gov:kms:us-gov-west-1:${ACCOUNT}:key/`),
  }));
const LONG_ARN = `arn:aws-us-gov:s3:::${ofLength(63)}`;
const LONG_STATEMENTS = [
  {
    Effect: 'Allow',
    Action: ['s3:GetObject', 's3:PutObject', 's3:GetEncryptionConfiguration'],
    Resource: [`${LONG_ARN}/${ofLength(500)}/*`, LONG_ARN],
  },
  { Effect: 'Allow', Action: ['kms:Decrypt', 'kms:GenerateDataKey'], Resource: ofLength(88) },
].map((statement) => `${text(statement)},`);
/** A policy holds so many of these, and has no comma behind the last. */
const A_POLICY = Math.floor((ALONE + 1) / LONG_STATEMENTS.join('').length);

const ownPolicies = (count: number): Record<string, string> =>
  many(count, (i) => `arn:aws:iam::${ACCOUNT}:policy/${i}`);
export const CORE = 'arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore';
const AUTOMATION = 'arn:aws:iam::aws:policy/service-role/AmazonSSMAutomationRole';
export const BILLING = 'arn:aws:iam::aws:policy/job-function/Billing';

/** Sizes and numbers of policies. */
export const LIMITS: readonly RuleCase[] = [
  several({
    code: 'EmptyS3Policy',
    module: 's3-access-policy',
    good: [
      { regions: ['us-east-2'] },
      { s3_buckets: [{ name: 'own-bucket' }] },
      { additional_agent_buckets: { 'us-east-9': ['agent-bucket'] } },
    ],
    bad: [{}],
  }),
  several(
    inS3(
      'RegionPartition',
      'regions',
      [['us-east-2']],
      [['us-gov-west-1'], ['us-east-2', 'cn-north-1']],
    ),
  ),
  several(
    inS3(
      'RegionPartition',
      'additional_agent_buckets',
      [{ 'us-east-9': ['agent-bucket'] }],
      [{ 'cn-north-9': ['agent-bucket'] }, { 'us-isob-west-1': ['agent-bucket'] }],
      { regions: ['us-east-2'] },
    ),
  ),
  several(
    inHybrid(
      'RegionPartition',
      'additional_agent_buckets',
      [{ 'us-isob-west-1': ['agent-bucket'] }],
      [{ 'us-iso-east-1': ['agent-bucket'] }],
      { partition: 'aws-iso-b' },
    ),
  ),
  several(
    inProfile('RegionPartition', 'regions', [['us-gov-west-1', 'us-gov-east-1']], [['us-east-2']], {
      partition: 'aws-us-gov',
    }),
  ),
  several(
    inS3(
      'S3PolicySize',
      'additional_agent_buckets',
      [{ 'us-east-9': namesFor(ALONE) }],
      [{ 'us-east-9': namesFor(ALONE + 1) }],
    ),
  ),
  several(
    inS3(
      'S3PolicyCount',
      's3_buckets',
      [longBuckets(25 * A_POLICY)],
      [longBuckets(25 * A_POLICY + 1)],
    ),
  ),
  several(
    inS3('S3PolicyName', 'policy_name', [ofLength(126)], [ofLength(127), ofLength(128)], {
      regions: MANY_REGIONS,
    }),
  ),
  several(inS3('S3PolicyName', 'policy_name', [ofLength(128)], [], { regions: ['us-east-2'] })),
  several(
    inHybrid('S3PolicyName', 's3_policy_name', [null, ofLength(126)], [ofLength(127)], {
      role_name: ofLength(64),
      regions: MANY_REGIONS,
    }),
  ),
  inHybrid('AttachmentCount', 'additional_policy_arns', [ownPolicies(24)], [ownPolicies(25)]),
  several(
    inHybrid('AttachmentCount', 'additional_policy_arns', [ownPolicies(23)], [ownPolicies(24)], {
      regions: ['us-east-2'],
    }),
  ),
  several(
    inProfile('AttachmentCount', 'additional_policy_arns', [ownPolicies(22)], [ownPolicies(23)], {
      directory_service: true,
      cloudwatch_agent: true,
    }),
  ),
  several(
    inProfile(
      'AttachmentCount',
      's3_buckets',
      [longBuckets(24 * A_POLICY)],
      [longBuckets(24 * A_POLICY + 1)],
    ),
  ),
  several(
    inAutomation(
      'AttachmentCount',
      'additional_policy_arns',
      [ownPolicies(23)],
      [ownPolicies(24)],
      {
        lambda_role: true,
      },
    ),
  ),
  inHybrid(
    'AttachedTwice',
    'additional_policy_arns',
    [{ one: BILLING, two: CORE.replace('Core', 'Other') }],
    [{ one: BILLING, two: BILLING }],
  ),
  several(
    inHybrid('AttachedTwice', 'additional_policy_arns', [{ one: AUTOMATION }], [{ one: CORE }]),
  ),
  several(
    inAutomation('AttachedTwice', 'additional_policy_arns', [{ one: CORE }], [{ one: AUTOMATION }]),
  ),
  several(
    inHybrid(
      'AttachedTwice',
      'additional_policy_arns',
      [{ 'Any key *': BILLING }, { CloudWatchAgentServerPolicy: BILLING }],
      [{ AmazonSSMManagedInstanceCore: BILLING }],
    ),
  ),
  several(
    inHybrid(
      'AttachedTwice',
      'additional_policy_arns',
      [],
      [{ CloudWatchAgentServerPolicy: BILLING }],
      { cloudwatch_agent: true },
    ),
  ),
  several(
    inAutomation(
      'AttachedTwice',
      'additional_policy_arns',
      [],
      [{ AmazonSSMAutomationRole: BILLING }],
    ),
  ),
  several(
    inHybrid(
      'AttachmentKey',
      'additional_policy_arns',
      [{ SSMServiceRoleS3: BILLING }],
      [{ SSMServiceRoleS3Policy: BILLING }],
      { regions: ['us-east-2'] },
    ),
  ),
  several(
    inHybrid('AttachmentKey', 'additional_policy_arns', [{ SSMServiceRoleS3Policy: BILLING }], []),
  ),
];
