import { PATCH_BUCKETS } from '../../fixtures/patch-bucket-table';
import type { InputSet } from './draw';

/** One action on one resource, and the condition that it stands under. */
export type Grant = string;

interface Statement {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
  readonly Condition?: unknown;
}

export const grant = (action: string, resource: string, condition?: unknown): Grant =>
  [action, resource, ...(condition === undefined ? [] : [JSON.stringify(condition)])].join(' ');

/** What a document allows. */
export function grantsOf(text: string): Grant[] {
  const { Version, Statement } = JSON.parse(text) as { Version: string; Statement: Statement[] };
  if (Version !== '2012-10-17' || Statement.length === 0) {
    throw new Error(`not a policy: ${text}`);
  }
  return Statement.flatMap(({ Effect, Action, Resource, Condition }) => {
    if (Effect !== 'Allow') {
      throw new Error(`not an allowance: ${text}`);
    }
    return [Action]
      .flat()
      .flatMap((action) => [Resource].flat().map((resource) => grant(action, resource, Condition)));
  });
}

interface OwnBucket {
  readonly name: string;
  readonly prefix?: string | null;
  readonly access?: string | null;
  readonly list?: boolean | null;
  readonly cross_account?: boolean | null;
  readonly encrypted?: boolean | null;
  readonly kms_key_arn?: string | null;
}

/** What the inputs of an S3 policy name, and nothing else. */
export function s3Grants(inputs: InputSet): Grant[] {
  const regions = (inputs.regions ?? []) as string[];
  const agent = regions.flatMap((region) =>
    agentBuckets(region, text(inputs.agent_buckets, 'all')),
  );
  const partition = partitionOf(inputs);
  return [
    ...agent.map((bucket) => grant('s3:GetObject', `arn:${partition}:s3:::${bucket}/*`)),
    ...((inputs.s3_buckets ?? []) as OwnBucket[]).flatMap((bucket) =>
      ownBucketGrants(bucket, partition),
    ),
  ];
}

/** As AWS lists them: the table of Patch Manager's buckets, and the families with nothing but the region. */
function agentBuckets(region: string, which: string): string[] {
  const [script = '', macos = '', snapshot = ''] = PATCH_BUCKETS[region] ?? [];
  const both = [
    snapshot,
    `aws-windows-downloads-${region}`,
    `amazon-ssm-${region}`,
    `aws-ssm-${region}`,
    `${region}-birdwatcher-prod`,
  ];
  const classic = [
    `amazon-ssm-packages-${region}`,
    `aws-ssm-distributor-file-${region}`,
    `aws-ssm-document-attachments-${region}`,
  ];
  return [
    ...both,
    ...(which === 'classic' ? [] : [script, macos]),
    ...(which === 'current' ? [] : classic),
  ];
}

/** What one bucket adds: actions on one resource, under one condition. */
interface OwnStatement {
  readonly actions: readonly string[];
  readonly resource: string;
  readonly condition?: object;
}

const when = <T>(condition: boolean, value: T): T[] => (condition ? [value] : []);

function ownBucketStatements(bucket: OwnBucket, partition: string): OwnStatement[] {
  const { prefix = null, kms_key_arn: key = null } = bucket;
  const access = bucket.access ?? 'read-write';
  const [reads, writes] = [access !== 'write', access !== 'read'];
  const folder = prefix === null ? '' : `${prefix.replace(/\/$/, '')}/`;
  const arn = `arn:${partition}:s3:::${bucket.name}`;
  const objects = `${arn}/${folder}*`;
  const throughS3 = { StringLike: { 'kms:ViaService': 's3.*.amazonaws.com' } };
  const ofFolder = { StringLike: { 's3:prefix': [prefix, `${folder}*`] } };
  return [
    {
      actions: [...when(reads, 's3:GetObject'), ...when(writes, 's3:PutObject')],
      resource: objects,
    },
    ...when(bucket.cross_account === true, {
      actions: ['s3:PutObjectAcl'],
      resource: objects,
      condition: { StringEquals: { 's3:x-amz-acl': 'bucket-owner-full-control' } },
    }),
    ...when(reads && bucket.list !== false, {
      actions: ['s3:ListBucket'],
      resource: arn,
      ...(prefix !== null && { condition: ofFolder }),
    }),
    ...when(bucket.encrypted !== false, {
      actions: ['s3:GetEncryptionConfiguration'],
      resource: arn,
    }),
    ...when(key !== null, {
      actions: ['kms:Decrypt', ...when(writes, 'kms:GenerateDataKey')],
      resource: key ?? '',
      condition: throughS3,
    }),
  ];
}

const ownBucketGrants = (bucket: OwnBucket, partition: string): Grant[] =>
  ownBucketStatements(bucket, partition).flatMap(({ actions, resource, condition }) =>
    actions.map((action) => grant(action, resource, condition)),
  );

/** How long the policy of the own buckets has to be, if it says nothing twice and has no names for its statements. */
export function ownPolicyLength(inputs: InputSet): number {
  const buckets = (inputs.s3_buckets ?? []) as OwnBucket[];
  const together = new Map<string, string[]>();
  for (const bucket of buckets) {
    for (const one of ownBucketStatements(bucket, partitionOf(inputs))) {
      const { resource, ...rest } = one;
      // each folder has a statement of its own, even one that two buckets have
      const ofFolder = JSON.stringify(rest).includes('s3:prefix') ? resource : '';
      const key = JSON.stringify({ ...rest, ofFolder });
      const all = [...(together.get(key) ?? []), resource];
      // objects that two entries name are written twice
      together.set(key, resource.endsWith('*') ? all : [...new Set(all)]);
    }
  }
  const statements = [...together].map(([key, resources]) => {
    const { actions, condition } = JSON.parse(key) as OwnStatement;
    const [Action, Resource] = [actions, resources].map((list) =>
      list.length === 1 ? list[0] : list,
    );
    return { Effect: 'Allow', Action, Resource, Condition: condition };
  });
  return JSON.stringify({ Version: '2012-10-17', Statement: statements }).length;
}

export const partitionOf = (inputs: InputSet): string => text(inputs.partition, 'aws');
export const text = (value: unknown, otherwise: string): string => (value ?? otherwise) as string;
export const strings = (value: unknown): string[] => [...new Set((value ?? []) as string[])].sort();

/** What a node needs for sessions beside a policy of AWS. */
export function sessionGrants(module: string, inputs: InputSet): Grant[] {
  const ssm = [
    'CreateControlChannel',
    'CreateDataChannel',
    'OpenControlChannel',
    'OpenDataChannel',
  ];
  const nodes = module === 'instance-profile' ? 'ec2:*:*:instance' : 'ssm:*:*:managed-instance';
  const groups = strings(inputs.session_log_group_arns);
  return [
    ...(inputs.core_policy === 'SessionManager'
      ? [
          ...ssm.map((action) => grant(`ssmmessages:${action}`, '*')),
          grant('ssm:UpdateInstanceInformation', `arn:${partitionOf(inputs)}:${nodes}/*`),
        ]
      : []),
    ...groups.flatMap((group) => [
      grant('logs:CreateLogStream', `${group}:log-stream:*`),
      grant('logs:PutLogEvents', `${group}:log-stream:*`),
      grant('logs:DescribeLogStreams', group),
      grant('logs:DescribeLogStreams', `${group}:*`),
    ]),
    ...when(groups.length > 0, grant('logs:DescribeLogGroups', '*')),
    ...strings(inputs.session_kms_key_arns).map((key) => grant('kms:Decrypt', key)),
  ];
}

/** What Automation's own inline policy may say. */
function automationGrants(inputs: InputSet, account: string): Grant[] {
  const name = text(inputs.role_name, 'AutomationServiceRole');
  const itself = `arn:${partitionOf(inputs)}:iam::${account}:role${text(inputs.path, '/')}${name}`;
  const alarms = strings(inputs.cloudwatch_alarm_arns);
  const executions = `arn:${partitionOf(inputs)}:ssm:*:${account}:automation-execution/*`;
  return [
    ...passRoleGrants([itself], strings(inputs.pass_itself_to_services ?? ['ssm.amazonaws.com'])),
    ...passRoleGrants(strings(inputs.pass_role_arns), strings(inputs.pass_role_services)),
    ...strings(inputs.lambda_function_arns).map((arn) => grant('lambda:InvokeFunction', arn)),
    ...alarms.map((arn) => grant('cloudwatch:DescribeAlarms', arn)),
    ...when(alarms.length > 0, grant('ssm:StopAutomationExecution', executions)),
  ];
}

/** What the Administration role may do. */
function administrationGrants(inputs: InputSet): Grant[] {
  const role = text(inputs.execution_role_name, 'AWS-SystemsManager-AutomationExecutionRole');
  return [
    grant('sts:AssumeRole', `arn:${partitionOf(inputs)}:iam::*:role/${role}`),
    ...when(
      inputs.organizational_units === true,
      grant('organizations:ListAccountsForParent', '*'),
    ),
  ];
}

/** What the inline policy of the execution role says. */
function executionGrants(inputs: InputSet, account: string): Grant[] {
  const name = text(inputs.role_name, 'AWS-SystemsManager-AutomationExecutionRole');
  const arn = (service: string): string => `arn:${partitionOf(inputs)}:${service}:${account}:`;
  return [
    grant('resource-groups:ListGroupResources', `${arn('resource-groups:*')}group/*`),
    grant('tag:GetResources', '*'),
    grant('ec2:DescribeInstances', '*'),
    grant('iam:PassRole', `${arn('iam:')}role${text(inputs.path, '/')}${name}`, {
      StringEquals: { 'iam:PassedToService': 'ssm.amazonaws.com' },
    }),
  ];
}

/** What the inline policy that a module writes itself may say. */
export function ownGrants(module: string, inputs: InputSet, account: string): Grant[] {
  switch (module) {
    case 'automation-administration-role':
      return administrationGrants(inputs);
    case 'automation-execution-role':
      return executionGrants(inputs, account);
    default:
      return automationGrants(inputs, account);
  }
}

/** What the console of maintenance windows lists: all roles, without a path. */
export const listRolesGrants = (inputs: InputSet, account: string): Grant[] => [
  grant('iam:ListRoles', `arn:${partitionOf(inputs)}:iam::${account}:role/`),
];

export function passRoleGrants(
  roles: readonly string[],
  services: string | readonly string[],
): Grant[] {
  const condition =
    services.length > 0 ? { StringEquals: { 'iam:PassedToService': services } } : undefined;
  return roles.map((role) => grant('iam:PassRole', role, condition));
}
