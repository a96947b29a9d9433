import type { Surroundings } from '../../harness/actions';
import type { Context, Verdict } from '../../harness/policy-evaluation';
import { ACCOUNT } from '../account';
import type { Who } from './configuration';
import type { Place } from './partitions';
import { sessionRowsIn } from './session-rows';

/** Who asks for what, and what the request says of itself. */
export interface ConditionRow {
  readonly who: Who;
  readonly action: string;
  /** Bucket or object, key or role, by its name; anything else by its ARN, or `*`. */
  readonly on: string;
  readonly context: Context;
  readonly verdict: Verdict;
  readonly why: string;
}

type Case = readonly [who: Who, on: string, value: string | undefined, Verdict, why: string];

/** Rows of one action that differ in one key of the request. */
const rows = (action: string, key: string, cases: readonly Case[]): ConditionRow[] =>
  cases.map(([who, on, value, verdict, why]) => ({
    ...{ who, action, on, verdict, why },
    context: value === undefined ? {} : { [key]: value },
  }));

const LISTING = rows('s3:ListBucket', 's3:prefix', [
  ['servers', 'tools', 'scripts', 'allow', 'the folder that prefix names'],
  ['servers', 'tools', 'scripts/', 'allow', 'what is in it'],
  ['servers', 'tools', 'scripts/a/', 'allow', 'a folder in it'],
  ['servers', 'tools', 'other', 'deny', 'another folder'],
  ['servers', 'tools', 'scripts-2/', 'deny', 'begins like the folder'],
  ['servers', 'tools', 'script', 'deny', 'the folder begins like it'],
  ['servers', 'tools', 'a/scripts/', 'deny', 'the folder further down'],
  ['servers', 'tools', 'Scripts/', 'deny', 'other case'],
  ['servers', 'tools', '', 'deny', 'the whole bucket'],
  ['servers', 'tools', undefined, 'deny', 'the whole bucket'],
  ['servers', 'toolshed', 'scripts/', 'deny', 'begins like the bucket'],
  ['servers', 'scripts', undefined, 'allow', 'read as a whole'],
  ['servers', 'scripts', 'any/', 'allow', 'read as a whole'],
  ['servers', 'shared', undefined, 'allow', 'read-write as a whole'],
  ['servers', 'plain', undefined, 'deny', 'list = false'],
  ['servers', 'plain', 'scripts/', 'deny', 'list = false'],
  ['servers', 'output', undefined, 'deny', 'written alone'],
  ['servers', 'output', 'logs/', 'deny', 'written alone, in the folder'],
  ['bareServers', 'tools', 'scripts/', 'deny', 'no buckets asked for'],
  ['instances', 'images', 'golden/', 'allow', 'prefix given with a slash'],
  ['instances', 'images', 'golden/a', 'allow', 'in the folder'],
  ['instances', 'images', 'golden-2/', 'deny', 'begins like the folder'],
  ['instances', 'images', undefined, 'deny', 'the whole bucket'],
  ['instances', 'tools', 'scripts/', 'deny', 'bucket of another role'],
  ['app', 'app-output', undefined, 'deny', 'written alone'],
  ['batch', 'batch-input', undefined, 'allow', 'read as a whole'],
  ['batch', 'batch-output', undefined, 'deny', 'written alone'],
]);

const ACLS = rows('s3:PutObjectAcl', 's3:x-amz-acl', [
  ['servers', 'shared/a', 'bucket-owner-full-control', 'allow', 'cross_account'],
  ['servers', 'shared/a', 'bucket-owner-read', 'deny', 'less than the owner needs'],
  ['servers', 'shared/a', 'public-read', 'deny', 'for everybody'],
  ['servers', 'shared/a', 'public-read-write', 'deny', 'for everybody'],
  ['servers', 'shared/a', undefined, 'deny', 'grants of one’s own instead'],
  ['servers', 'plain/a', 'bucket-owner-full-control', 'deny', 'cross_account = false'],
  ['batch', 'batch-output/a', 'bucket-owner-full-control', 'allow', 'cross_account'],
  ['batch', 'batch-output/a', 'authenticated-read', 'deny', 'for everybody with an account'],
  ['batch', 'batch-output/a', undefined, 'deny', 'grants of one’s own instead'],
]);

/** KMS names services alike in every partition. */
const encryption = ({ region }: Place): ConditionRow[] => {
  const [s3, ssm] = [`s3.${region}.amazonaws.com`, `ssm.${region}.amazonaws.com`];
  const cases = { s3: 'through S3', ssm: 'through Parameter Store', none: 'called directly' };
  const decrypt: readonly Case[] = [
    ['servers', 'reading', s3, 'allow', cases.s3],
    ['servers', 'reading', ssm, 'deny', cases.ssm],
    ['servers', 'reading', undefined, 'deny', cases.none],
    ['servers', 'reading', `s3.${region}.example.com`, 'deny', 'no service of AWS'],
    ['servers', 'writing', s3, 'allow', 'multipart uploads are decrypted'],
    ['servers', 'writing', ssm, 'deny', cases.ssm],
    ['servers', 'writing', undefined, 'deny', cases.none],
    ['servers', 'other', s3, 'deny', 'key not named'],
    ['instances', 'reading', s3, 'deny', 'no key asked for'],
  ];
  const encrypt: readonly Case[] = [
    ['servers', 'writing', s3, 'allow', cases.s3],
    ['servers', 'writing', ssm, 'deny', cases.ssm],
    ['servers', 'writing', undefined, 'deny', cases.none],
    ['servers', 'reading', s3, 'deny', 'reading makes no data key'],
    ['servers', 'other', s3, 'deny', 'key not named'],
  ];
  return [
    ...rows('kms:Decrypt', 'kms:ViaService', decrypt),
    ...rows('kms:GenerateDataKey', 'kms:ViaService', encrypt),
  ];
};

/** EC2 goes by the second name in China. */
const passing = ({ partition }: Place): ConditionRow[] => {
  const [ec2, inChina] = ['ec2.amazonaws.com', 'ec2.amazonaws.com.cn'];
  return rows('iam:PassRole', 'iam:PassedToService', [
    ['automation', 'Instances', ec2, 'allow', 'pass_role_services'],
    ['automation', 'Instances', inChina, partition === 'aws-cn' ? 'allow' : 'deny', 'in China'],
    ['automation', 'Instances', 'lambda.amazonaws.com', 'deny', 'service not named'],
    ['automation', 'Instances', undefined, 'deny', 'no service'],
    ['automation', 'Servers', ec2, 'deny', 'role not named'],
    ['automation', 'Automation', 'ssm.amazonaws.com', 'allow', 'passes itself on'],
    ['wideAutomation', 'App', ec2, 'allow', 'pass_role_services = []'],
    ['wideAutomation', 'App', 'lambda.amazonaws.com', 'allow', 'pass_role_services = []'],
    ['wideAutomation', 'Instances', ec2, 'deny', 'role not named'],
    ['jane', 'Automation', 'ssm.amazonaws.com', 'allow', 'pass_role_services'],
    ['jane', 'Automation', ec2, 'deny', 'service not named'],
    ['jane', 'Servers', 'ssm.amazonaws.com', 'deny', 'role not named'],
    ['joe', 'Automation', 'ssm.amazonaws.com', 'allow', 'access = null'],
    ['joe', 'Automation', 'lambda.amazonaws.com', 'deny', 'service not named'],
    ['pat', 'Windows', 'ssm.amazonaws.com', 'allow', 'pass_role_services'],
    ['pat', 'Windows', 'lambda.amazonaws.com', 'deny', 'service not named'],
    ['lee', 'Windows', 'lambda.amazonaws.com', 'allow', 'pass_role_services = []'],
  ]);
};

/** The emulator does not know that a list is about a path. */
const LISTING_ROLES = rows('iam:ListRoles', '', [
  ['pat', '', undefined, 'allow', 'what the console lists'],
  ['pat', 'aws-service-role/ssm.amazonaws.com/', undefined, 'deny', 'path of service-linked roles'],
  ['jane', '', undefined, 'deny', 'runs automations'],
]);

/** Who may become a role on behalf of whom. */
export interface TrustRow {
  readonly role: 'automation' | 'bareServers' | 'instances' | 'servers' | 'wideAutomation';
  readonly service: string;
  readonly context: Context;
  readonly verdict: Verdict;
  readonly why: string;
}

/** What Systems Manager says of the resource that it works for. */
const onBehalf = (partition: string, region: string, account: string, what: string): Context => ({
  'aws:SourceAccount': account,
  'aws:SourceArn': `arn:${partition}:ssm:${region}:${account}:${what}`,
});

export function trustRowsIn({ partition, region, elsewhere }: Place): TrustRow[] {
  const ec2 = partition === 'aws-cn' ? 'ec2.amazonaws.com.cn' : 'ec2.amazonaws.com';
  const ssm = 'ssm.amazonaws.com';
  const [mine, theirs] = [ACCOUNT, '210987654321'];
  const node = (place: string, account: string): Context =>
    onBehalf(partition, place, account, 'managed-instance/mi-1');
  const execution = (account: string): Context =>
    onBehalf(partition, region, account, 'automation-execution/1');
  const mixed = { ...execution(mine), 'aws:SourceArn': execution(theirs)['aws:SourceArn'] ?? '' };
  const cases: readonly (readonly [TrustRow['role'], string, Context, Verdict, string])[] = [
    ['servers', ssm, node(region, mine), 'allow', 'node of the account'],
    ['servers', ssm, node(elsewhere, mine), 'allow', 'node of the account, in any region'],
    ['servers', ssm, node(region, theirs), 'deny', 'node of another account'],
    ['servers', ssm, {}, 'deny', 'for nobody known'],
    ['servers', ec2, node(region, mine), 'deny', 'another service'],
    ['bareServers', ssm, {}, 'allow', 'confused_deputy_protection = false'],
    ['automation', ssm, execution(mine), 'allow', 'execution of the account'],
    ['automation', ssm, execution(theirs), 'deny', 'execution of another account'],
    ['automation', ssm, mixed, 'deny', 'ARN of another account'],
    ['automation', ssm, node(region, mine), 'deny', 'no execution'],
    ['automation', ec2, {}, 'deny', 'trusted_services = []'],
    ['wideAutomation', ec2, {}, 'allow', 'trusted_services'],
    ['wideAutomation', ssm, {}, 'deny', 'for nobody known'],
    ['instances', ec2, {}, 'allow', 'EC2'],
    ['instances', ssm, node(region, mine), 'deny', 'another service'],
  ];
  return cases.map(([role, service, context, verdict, why]) => ({
    ...{ role, service, context, verdict, why },
  }));
}

/** What must be allowed and refused in a partition by the conditions of what is granted. */
export const conditionRowsIn = (place: Place): ConditionRow[] => [
  ...LISTING,
  ...ACLS,
  ...encryption(place),
  ...passing(place),
  ...LISTING_ROLES,
  ...sessionRowsIn(place),
];

/** The ARN of what a row is about. */
export function arnOf({ action, on }: ConditionRow, { partition, keys }: Surroundings): string {
  switch (action.split(':')[0]) {
    case 'kms':
      return keys[on]?.arn ?? '';
    case 'iam':
      return `arn:${partition}:iam::${ACCOUNT}:role/${on}`;
    case 's3':
      return `arn:${partition}:s3:::${on}`;
    default:
      return on;
  }
}
