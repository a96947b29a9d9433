import type { Surroundings } from '../../harness/actions';
import type { Context, Verdict } from '../../harness/policy-evaluation';
import { ACCOUNT, CENTRAL_ACCOUNT } from '../account';
import type { Who } from './configuration';
import type { Place } from './partitions';
import { WINDOW_ROWS } from './window-rows';
import type { Case as PlainCase } from './window-rows';
import { sessionRowsIn } from './session-rows';

/** Who asks for what, and what the request says of itself. */
export interface ConditionRow {
  readonly who: Who;
  readonly action: string;
  /** Bucket or object, key or role, by its name; anything by its ARN. */
  readonly on: string;
  readonly context: Context;
  readonly verdict: Verdict;
  readonly why: string;
}

type Case = readonly [who: Who, on: string, value: string | undefined, Verdict, why: string];

/** Rows whose requests say nothing of themselves. */
const unconditional = (cases: readonly PlainCase[]): ConditionRow[] =>
  cases.map(([who, action, on, verdict, why]) => ({ who, action, on, verdict, why, context: {} }));

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

/** Parameter Store says which parameter it encrypts or decrypts. */
const parameterKeys = ({ partition, region }: Place): ConditionRow[] => {
  const of = (name: string, account = ACCOUNT): string =>
    `arn:${partition}:ssm:${region}:${account}:parameter/${name}`;
  const key = 'kms:EncryptionContext:PARAMETER_ARN';
  return [
    ...rows('kms:Decrypt', key, [
      ['reader', 'reading', of('web/database'), 'allow', 'below a path'],
      ['reader', 'reading', of('web'), 'allow', 'the path itself'],
      ['reader', 'reading', of('database'), 'allow', 'named'],
      ['reader', 'reading', of('webshop'), 'deny', 'begins like a path'],
      ['reader', 'reading', of('shared/licence/old'), 'deny', 'below a name'],
      ['reader', 'reading', of('web/database', '210987654321'), 'deny', 'another account'],
      ['reader', 'reading', undefined, 'deny', 'no parameter'],
      ['wes', 'writing', of('web/database'), 'deny', 'access = write'],
    ]),
    ...['kms:Encrypt', 'kms:GenerateDataKey'].flatMap((action) =>
      rows(action, key, [
        ['wes', 'writing', of('web/database'), 'allow', 'below a path'],
        ['wes', 'writing', of('batch/input'), 'deny', 'path not named'],
        ['wes', 'writing', undefined, 'deny', 'no parameter'],
        ['wes', 'reading', of('web/database'), 'deny', 'key not named'],
        ['reader', 'reading', of('web/database'), 'deny', 'access = read'],
      ]),
    ),
    ...rows('ssm:DeleteParameter', 'aws:RequestedRegion', [
      ['ann', 'database', region, 'allow', 'access = administer'],
      ['wes', 'web/database', region, 'deny', 'access = write'],
    ]),
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
    ['execution', 'Execution', 'ssm.amazonaws.com', 'allow', 'passes itself on'],
    ['execution', 'Execution', ec2, 'deny', 'passes itself to Systems Manager alone'],
    ['execution', 'Execution', undefined, 'deny', 'no service'],
    ['windows', 'Windows', 'ssm.amazonaws.com', 'allow', 'passes itself'],
    ['windows', 'Windows', 'lambda.amazonaws.com', 'deny', 'service not named'],
    ['windows', 'Notifications', 'ssm.amazonaws.com', 'allow', 'pass_role_arns'],
    ['windows', 'Notifications', 'sns.amazonaws.com', 'deny', 'service not named'],
    ['windows', 'Notifications', undefined, 'deny', 'no service'],
    ['jane', 'Automation', 'ssm.amazonaws.com', 'allow', 'pass_role_services'],
    ['jane', 'Automation', ec2, 'deny', 'service not named'],
    ['jane', 'Servers', 'ssm.amazonaws.com', 'deny', 'role not named'],
    ['joe', 'Automation', 'ssm.amazonaws.com', 'allow', 'access = null'],
    ['eve', 'Servers', 'ssm.amazonaws.com', 'allow', 'pass_role_arns'],
    ['eve', 'Servers', ec2, 'deny', 'Systems Manager alone'],
    ['eve', 'Automation', 'ssm.amazonaws.com', 'deny', 'role not named'],
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

/** Of what the emulator has no calls for, or asks about on everything. */
const sessions = ({ partition, region }: Place): ConditionRow[] => {
  const logs = `arn:${partition}:logs:${region}:${ACCOUNT}:log-group`;
  const nodes = {
    instance: `arn:${partition}:ec2:${region}:${ACCOUNT}:instance/i-1`,
    hybrid: `arn:${partition}:ssm:${region}:${ACCOUNT}:managed-instance/mi-1`,
  };
  return unconditional([
    ['sessions', 'ssmmessages:OpenDataChannel', '*', 'allow', 'core_policy = "SessionManager"'],
    ['sessions', 'ssmmessages:CreateControlChannel', '*', 'allow', 'the same'],
    ['batch', 'ssmmessages:OpenDataChannel', '*', 'deny', 'the S3 policy alone'],
    ['sessions', 'ec2messages:GetMessages', '*', 'deny', 'sessions do not need it'],
    ['sessions', 'ssm:UpdateInstanceInformation', nodes.instance, 'allow', 'registers itself'],
    ['sessions', 'ssm:UpdateInstanceInformation', nodes.hybrid, 'deny', 'no instance of EC2'],
    ['sessions', 'logs:PutLogEvents', `${logs}:sessions:log-stream:a`, 'allow', 'named'],
    ['sessions', 'logs:CreateLogStream', `${logs}:sessions:log-stream:a`, 'allow', 'named'],
    ['sessions', 'logs:PutLogEvents', `${logs}:sessions-2:log-stream:a`, 'deny', 'another group'],
    ['sessions', 'logs:DescribeLogStreams', `${logs}:sessions`, 'allow', 'named'],
    ['sessions', 'logs:DescribeLogStreams', `${logs}:sessions:*`, 'allow', 'its other ARN'],
    ['sessions', 'logs:DescribeLogStreams', `${logs}:other`, 'deny', 'another group'],
    ['sessions', 'logs:CreateLogGroup', `${logs}:sessions`, 'deny', 'the agent creates none'],
    ['instances', 'logs:PutLogEvents', `${logs}:sessions:log-stream:a`, 'deny', 'not asked for'],
  ]);
};

/** What the emulator has no call for, or in no partition, and a role that trusts an account. */
const accounts = ({ partition, region, elsewhere }: Place): ConditionRow[] => {
  const [group, find] = ['resource-groups:ListGroupResources', 'tag:GetResources'];
  const web = (place: string, account: string): string =>
    `arn:${partition}:resource-groups:${place}:${account}:group/web`;
  const theirs = (name: string): string => `arn:${partition}:iam::${CENTRAL_ACCOUNT}:role/${name}`;
  return unconditional([
    ['administration', 'sts:AssumeRole', theirs('Execution'), 'allow', 'any account'],
    ['administration', 'sts:AssumeRole', theirs('a/Execution'), 'deny', 'its path'],
    ['execution', find, '*', 'allow', 'finds targets'],
    ['automation', find, '*', 'deny', 'not in AmazonSSMAutomationRole'],
    ['execution', group, web(region, ACCOUNT), 'allow', 'group of the account'],
    ['execution', group, web(elsewhere, ACCOUNT), 'allow', 'in any region'],
    ['execution', group, web(region, CENTRAL_ACCOUNT), 'deny', 'group of another account'],
    ['automation', group, web(region, ACCOUNT), 'deny', 'not in AmazonSSMAutomationRole'],
  ]);
};

/** What must be allowed and refused in a partition by the conditions of what is granted. */
export const conditionRowsIn = (place: Place): ConditionRow[] => [
  ...LISTING,
  ...ACLS,
  ...encryption(place),
  ...parameterKeys(place),
  ...passing(place),
  ...sessions(place),
  ...accounts(place),
  ...unconditional(WINDOW_ROWS).map((row) => ({
    ...row,
    on: row.on.replace('REGION', place.region),
  })),
  ...LISTING_ROLES,
  ...sessionRowsIn(place),
];

/** The ARN of what a row is about. */
export function arnOf({ action, on }: ConditionRow, { partition, keys }: Surroundings): string {
  const arns: Readonly<Record<string, string | undefined>> = {
    kms: keys[on]?.arn ?? '',
    ssm: `arn:${partition}:ssm:us-east-2:${ACCOUNT}:parameter/${on}`,
    iam: `arn:${partition}:iam::${ACCOUNT}:role/${on}`,
    s3: `arn:${partition}:s3:::${on}`,
  };
  const isWhole = /^(\*$|arn:)/.test(on);
  return isWhole ? on.replace('PARTITION', partition) : (arns[action.split(':')[0] ?? ''] ?? on);
}
