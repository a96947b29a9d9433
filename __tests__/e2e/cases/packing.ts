import { PATCH_BUCKETS } from '../../fixtures/patch-bucket-table';
import { ACCOUNT } from './account';

/** IAM's limit for a managed policy, white space not counted. */
export const LONGEST_POLICY = 6144;
const FRAME = JSON.stringify({ Version: '2012-10-17', Statement: [] }).length;

export interface Statement {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
}

/** All commercial regions. */
export const ALL_REGIONS = Object.keys(PATCH_BUCKETS);

/** The last region that AWS opened, and two that it opened one after the other, years ago. */
export const NEWEST_REGION = 'ap-southeast-6';
export const [REGION_BEFORE, MIDDLE_REGION] = ['eu-west-2', 'eu-west-3'] as const;

const WITHOUT_SUFFIX = [
  'amazon-ssm-REGION',
  'amazon-ssm-packages-REGION',
  'aws-ssm-REGION',
  'aws-ssm-distributor-file-REGION',
  'aws-ssm-document-attachments-REGION',
  'aws-windows-downloads-REGION',
  'REGION-birdwatcher-prod',
];

/** The buckets of a region that AWS lists, in both its lists. */
export function agentBucketsOf(region: string): string[] {
  const ofPatchManager = PATCH_BUCKETS[region] ?? [`patch-baseline-snapshot-${region}`];
  return [...ofPatchManager, ...WITHOUT_SUFFIX.map((name) => name.replace('REGION', region))];
}

/** What lets SSM Agent read buckets. */
export const reading = (buckets: readonly string[], partition = 'aws'): Statement => ({
  Effect: 'Allow',
  Action: 's3:GetObject',
  Resource: buckets.map((bucket) => `arn:${partition}:s3:::${bucket}/*`),
});

export interface OwnBucket {
  readonly name: string;
  readonly prefix: string;
  readonly kms_key_arn: string;
  readonly cross_account: true;
}

/** Buckets with everything on that makes their statements longer. */
export function ownBuckets(count: number, prefixLength: number, key = keyArn): OwnBucket[] {
  return Array.from({ length: count }, (_, i) => ({
    name: `own-bucket-${i}-`.padEnd(63, 'a'),
    prefix: `folder-${i}`.padEnd(prefixLength, 'a'),
    kms_key_arn: key(i),
    cross_account: true,
  }));
}

const keyArn = (i: number): string =>
  `arn:aws:kms:us-east-2:${ACCOUNT}:key/${String(i).padStart(8, '0')}-12ab-34cd-56ef-1234567890ab`;

/** As long as an ARN of a key may be. */
export const longKeyArn = (i: number): string => keyArn(i).padEnd(88, 'a');

/** What lets Systems Manager use these buckets and their keys. */
export const using = (buckets: readonly OwnBucket[], partition = 'aws'): Statement[] =>
  buckets.flatMap(({ name, prefix, kms_key_arn }) => [
    {
      Effect: 'Allow',
      Action: ['s3:GetObject', 's3:PutObject', 's3:PutObjectAcl', 's3:GetEncryptionConfiguration'],
      Resource: [`arn:${partition}:s3:::${name}/${prefix}/*`, `arn:${partition}:s3:::${name}`],
    },
    { Effect: 'Allow', Action: ['kms:Decrypt', 'kms:GenerateDataKey'], Resource: kms_key_arn },
  ]);

/** Statements without regard to their order and that of what they list. */
export const comparable = (statements: readonly Statement[]): string[] =>
  statements
    .map(({ Effect, Action, Resource }) =>
      JSON.stringify([Effect, [Action].flat().sort(), [Resource].flat().sort()]),
    )
    .sort();

/**
 * No fewer policies can hold the statements, even if they could be cut anywhere:
 * each has a comma behind it, but for the last of a policy.
 */
export function fewestPolicies(statements: readonly Statement[]): number {
  const characters = statements.map((statement) => JSON.stringify(statement).length + 1);
  const all = characters.reduce((sum, length) => sum + length, 0);
  return Math.ceil(all / (LONGEST_POLICY - FRAME + 1));
}

/** Names of buckets that make a statement of so many characters, of 2200 and more. */
export function namesFor(length: number): string[] {
  const ofNone = JSON.stringify(reading([])).length - 1;
  const ofOne = '"arn:aws:s3:::/*",'.length;
  const names = Array.from({ length: Math.ceil((length - ofNone) / (ofOne + 63)) }, (_, i) =>
    `agent-${i}-`.padEnd(60, 'a'),
  );
  const missing = length - JSON.stringify(reading(names)).length;
  return names.map((name, i) => `${name}${'b'.repeat(Math.max(0, Math.min(3, missing - 3 * i)))}`);
}

/** What is left of a policy of one statement for a second. */
export const beside = (length: number): number => LONGEST_POLICY - FRAME - length - 1;

/** A statement of so many characters fills a policy alone. */
export const ALONE = LONGEST_POLICY - FRAME;
