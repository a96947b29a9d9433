import type { Row } from '../../harness/enforcement';
import type { Who } from './configuration';
import { COMMERCIAL } from './partitions';
import type { Place } from './partitions';
import { AGENT_BUCKETS, OWN_BUCKETS, SUFFIXED_BUCKETS } from './s3-rows';

const EXECUTION = '4105a4fc-f944-11e6-9d32-0a1b2c3d4e5f';
/** A runbook of another account, with a name that somebody may start in the own one. */
const SHARED = 'arn:PARTITION:ssm:REGION:210987654321:document/Restart';
const BY_REFERENCE = "on what AWS's reference says it is about";

const ALARMS = `cloudwatch_alarm_arns; ${BY_REFERENCE}`;

const ENCRYPTION_KEYS: readonly Row<Who>[] = [
  ['servers', 'kms:Decrypt', 'reading', 'allow', 'key of a bucket that is read'],
  ['servers', 'kms:GenerateDataKey', 'reading', 'deny', 'reading makes no data key'],
  ['servers', 'kms:GenerateDataKey', 'writing', 'allow', 'key of a bucket that is written'],
  ['servers', 'kms:Decrypt', 'writing', 'allow', 'multipart uploads are decrypted'],
  ['servers', 'kms:Decrypt', 'other', 'deny', 'key not named'],
  ['servers', 'kms:GenerateDataKey', 'other', 'deny', 'key not named'],
  ['instances', 'kms:Decrypt', 'writing', 'deny', 'no key asked for'],
];

const NODES: readonly Row<Who>[] = [
  ['servers', 'ssm:GetParameter', '/web/database', 'allow', 'core policy'],
  ['servers', 'ssm:PutParameter', '/web/database', 'deny', 'not in the core policy'],
  ['servers', 'ssm:SendCommand', 'AWS-RunShellScript', 'deny', 'nodes are commanded'],
  ['servers', 'ssm:DescribeParameters', '*', 'deny', 'no additional policy'],
  ['instances', 'ssm:DescribeParameters', '*', 'allow', 'additional policy'],
  ['instances', 'ssm:GetParameter', '/web/database', 'allow', 'core policy'],
  ['instances', 'ssm:PutParameter', '/web/database', 'deny', 'not in the core policy'],
  ['app', 'ssm:GetParameter', '/web/database', 'allow', 'core policy, on a role that was there'],
  ['batch', 'ssm:GetParameter', '/web/database', 'deny', 'the S3 policy alone'],
  ['oldInstances', 'ssm:GetParameter', '/web/database', 'deny', 'deprecated core policy'],
  ['sessions', 'kms:Decrypt', 'reading', 'allow', 'session_kms_key_arns'],
  ['sessions', 'kms:Decrypt', 'other', 'deny', 'key not named'],
  ['sessions', 'kms:GenerateDataKey', 'reading', 'deny', 'who starts the session makes it'],
  ['sessions', 'logs:DescribeLogGroups', '*', 'allow', 'session_log_group_arns'],
  ['sessions', 'ssm:GetParameter', '/web/database', 'deny', 'sessions alone'],
  ['sessions', 'ssm:SendCommand', 'AWS-RunShellScript', 'deny', 'sessions alone'],
  ['servers', 'ds:DescribeDirectories', '*', 'allow', 'directory_service'],
  ['bareServers', 'ds:DescribeDirectories', '*', 'deny', 'directory_service = false'],
  ['servers', 'logs:DescribeLogGroups', '*', 'allow', 'cloudwatch_agent'],
  ['bareServers', 'logs:DescribeLogGroups', '*', 'deny', 'cloudwatch_agent = false'],
  ['bareServers', 'ssm:GetParameter', '/web/database', 'allow', 'core policy'],
  ['servers', 'iam:GetRole', 'Servers', 'deny', 'nodes have no IAM'],
  ['servers', 'iam:PassRole', 'Servers', 'deny', 'nodes have no IAM'],
  ['servers', 'iam:ListUsers', '*', 'deny', 'nodes have no IAM'],
  ['instances', 'iam:PassRole', 'Instances', 'deny', 'nodes have no IAM'],
  ['oldInstances', 'iam:ListUsers', '*', 'deny', 'nodes have no IAM'],
  ['servers', 'ec2:DescribeVpcs', '*', 'deny', 'nodes have no EC2'],
  ['servers', 'sts:AssumeRole', 'Automation', 'deny', 'nodes become nobody else'],
];

const AUTOMATION: readonly Row<Who>[] = [
  ['automation', 'ssm:SendCommand', 'AWS-RunShellScript', 'allow', 'AmazonSSMAutomationRole'],
  ['automation', 'ssm:PutParameter', '/web/database', 'allow', 'AmazonSSMAutomationRole'],
  ['automation', 'ec2:DescribeTags', '*', 'allow', 'AmazonSSMAutomationRole'],
  ['automation', 'ec2:DescribeVpcs', '*', 'deny', 'not in AmazonSSMAutomationRole'],
  ['automation', 'iam:PassRole', 'Automation', 'allow', 'passes itself on'],
  ['automation', 'iam:PassRole', 'Instances', 'allow', 'pass_role_arns'],
  ['automation', 'iam:PassRole', 'Servers', 'deny', 'role not named'],
  ['wideAutomation', 'iam:PassRole', 'WideAutomation', 'allow', 'passes itself on'],
  ['wideAutomation', 'iam:PassRole', 'Automation', 'deny', 'role not named'],
  ['bareAutomation', 'iam:PassRole', 'BareAutomation', 'allow', 'passes itself on all the same'],
  ['bareAutomation', 'iam:PassRole', 'Automation', 'deny', 'role not named'],
  ['bareAutomation', 'ssm:SendCommand', 'AWS-RunShellScript', 'deny', 'core_policy = null'],
  ['bareAutomation', 'ec2:DescribeTags', '*', 'deny', 'core_policy = null'],
  ['automation', 'iam:GetRole', 'Automation', 'allow', 'additional policy'],
  ['wideAutomation', 'iam:GetRole', 'WideAutomation', 'deny', 'no additional policy'],
  ['automation', 'lambda:InvokeFunction', 'restart', 'allow', 'lambda_function_arns'],
  ['automation', 'lambda:InvokeFunction', 'other', 'deny', 'function not named'],
  ['automation', 'lambda:InvokeFunction', 'restart-2', 'deny', 'begins like a function named'],
  ['wideAutomation', 'lambda:InvokeFunction', 'other', 'allow', 'lambda_role'],
  ['bareAutomation', 'cloudwatch:DescribeAlarms', 'web-errors', 'allow', ALARMS],
  ['bareAutomation', 'cloudwatch:DescribeAlarms', 'web-errors-2', 'deny', 'begins like one named'],
  ['automation', 'cloudwatch:DescribeAlarms', 'web-errors', 'deny', 'no alarms asked for'],
  ['bareAutomation', 'ssm:StopAutomationExecution', EXECUTION, 'allow', ALARMS],
  ['bareAutomation', 'ssm:GetAutomationExecution', EXECUTION, 'deny', 'stopping alone'],
  ['automation', 's3:GetObject', 'amazon-ssm-REGION/file', 'deny', 'runbooks read none'],
  ['automation', 'sts:AssumeRole', 'Operator', 'deny', 'runbooks become nobody else'],
];

/** What the emulator cannot tell is in condition-rows.ts, and who is trusted in trust-rows.ts. */
const AUTOMATION_ACCOUNTS: readonly Row<Who>[] = [
  ['administration', 'sts:AssumeRole', 'Execution-2', 'deny', 'begins like the execution role'],
  ['administration', 'sts:AssumeRole', 'Operator', 'deny', 'role not named'],
  ['bareAdministration', 'sts:AssumeRole', 'Execution', 'deny', 'role not named'],
  ['administration', 'organizations:ListAccountsForParent', 'ou-1', 'allow', 'units'],
  ['bareAdministration', 'organizations:ListAccountsForParent', 'ou-1', 'deny', 'no units'],
  ['administration', 'ssm:SendCommand', 'AWS-RunShellScript', 'deny', 'assumes roles alone'],
  ['execution', 'iam:PassRole', 'Execution', 'allow', 'passes itself on'],
  ['execution', 'iam:PassRole', 'Automation', 'deny', 'role not named'],
  ['execution', 'ec2:DescribeInstances', '*', 'allow', 'finds targets'],
  ['execution', 'ec2:DescribeVpcs', '*', 'deny', 'finds targets alone'],
  ['execution', 'ssm:SendCommand', 'AWS-RunShellScript', 'allow', 'AmazonSSMAutomationRole'],
  ['organizationExecution', 'ssm:SendCommand', 'AWS-RunShellScript', 'deny', 'core_policy = null'],
  ['organizationExecution', 'ec2:DescribeInstances', '*', 'allow', 'finds targets all the same'],
  ['execution', 'sts:AssumeRole', 'Operator', 'deny', 'becomes nobody else'],
];

/** What the emulator knows the resource of; window-rows.ts has the rest, by AWS's word. */
const WINDOWS: readonly Row<Who>[] = [
  ['windows', 'iam:PassRole', 'Windows', 'allow', 'passes itself'],
  ['windows', 'iam:PassRole', 'Notifications', 'allow', 'pass_role_arns'],
  ['windows', 'iam:PassRole', 'Automation', 'deny', 'role not named'],
  ['windows', 'iam:GetRole', 'Windows', 'deny', 'passing is all'],
  ['windows', 'lambda:InvokeFunction', 'restart', 'allow', 'lambda_function_arns'],
  ['windows', 'lambda:InvokeFunction', 'restart-2', 'deny', 'begins like a function named'],
  ['windows', 's3:GetObject', 'plain/a', 'deny', 'tasks, not S3'],
  ['bareWindows', 'iam:PassRole', 'BareWindows', 'allow', 'passes itself all the same'],
  ['bareWindows', 'iam:PassRole', 'Windows', 'deny', 'role not named'],
  ['bareWindows', 'lambda:InvokeFunction', 'restart', 'deny', 'no function named'],
  ['notifications', 'kms:GenerateDataKey', 'writing', 'allow', 'key of a topic'],
  ['notifications', 'kms:Decrypt', 'writing', 'allow', 'key of a topic'],
  ['notifications', 'kms:GenerateDataKey', 'other', 'deny', 'key not named'],
  ['notifications', 'kms:Decrypt', 'reading', 'deny', 'key not named'],
  ['notifications', 'iam:PassRole', 'Notifications', 'deny', 'publishing is all'],
  ['hosts', 'ssm:GetParameter', '/web/database', 'deny', 'not in AWS’s policy for hosts'],
  ['hosts', 'iam:PassRole', 'Hosts', 'deny', 'nodes have no IAM'],
];

/** The emulator has AWS's own policies as they are in the commercial partition, with ARNs of it. */
const AUTOMATION_FUNCTIONS: readonly Row<Who>[] = [
  ['automation', 'lambda:InvokeFunction', 'AutomationOne', 'allow', 'AmazonSSMAutomationRole'],
];

const PEOPLE: readonly Row<Who>[] = [
  ['jane', 'ssm:SendCommand', 'AWS-RunShellScript', 'deny', 'automations, and no commands'],
  ['jane', 'iam:PassRole', 'Automation', 'allow', 'user'],
  ['jane', 'iam:PassRole', 'WideAutomation', 'deny', 'role not named'],
  ['jane', 'iam:GetRole', 'Automation', 'deny', 'passing is all'],
  ['jane', 's3:GetObject', 'plain/a', 'deny', 'automations, not S3'],
  ['sam', 'ssm:DescribeParameters', '*', 'deny', 'automations alone'],
  ['sam', 'iam:PassRole', 'Automation', 'allow', 'member of the group'],
  ['sam', 'iam:PassRole', 'Servers', 'deny', 'role not named'],
  ['operator', 'ssm:PutParameter', '/web/database', 'deny', 'automations alone'],
  ['operator', 'iam:PassRole', 'Automation', 'allow', 'role'],
  ['operator', 'ec2:DescribeVpcs', '*', 'deny', 'automations, not EC2'],
  ['max', 'ssm:SendCommand', 'AWS-RunShellScript', 'allow', 'full access'],
  ['max', 'ssm:PutParameter', '/web/database', 'allow', 'full access'],
  ['max', 'iam:PassRole', 'Automation', 'allow', 'full access passes all the same'],
  ['max', 's3:GetObject', 'plain/a', 'deny', 'full access to Systems Manager, not to S3'],
  ['max', 'ec2:DescribeVpcs', '*', 'deny', 'full access to Systems Manager, not to EC2'],
  ['joe', 'ssm:DescribeParameters', '*', 'deny', 'access = null'],
  ['joe', 'ssm:SendCommand', 'AWS-RunShellScript', 'deny', 'access = null'],
  ['joe', 'iam:PassRole', 'Automation', 'allow', 'access = null passes all the same'],
  ['joe', 'iam:PassRole', 'Instances', 'deny', 'role not named'],
  ['federated', 'iam:PassRole', 'Automation', 'allow', 'policy_document'],
  ['federated', 'ssm:SendCommand', 'AWS-RunShellScript', 'deny', 'policy_document'],
  ['stranger', 'ssm:DescribeParameters', '*', 'deny', 'not named'],
  ['stranger', 'iam:PassRole', 'Automation', 'deny', 'not named'],
];

/** The emulator has no automations: what they are about is AWS's word, and the verdict the emulator's. */
const PEOPLE_ON_AUTOMATIONS: readonly Row<Who>[] = (
  [
    ['jane', 'ssm:StartAutomationExecution', 'AWS-RestartEC2Instance', 'allow', 'any of AWS'],
    ['jane', 'ssm:StartAutomationExecution', 'Rotate', 'allow', 'any of the account'],
    ['jane', 'ssm:StartAutomationExecution', SHARED, 'deny', 'another account shares it'],
    ['jane', 'ssm:StopAutomationExecution', EXECUTION, 'allow', 'user'],
    ['sam', 'ssm:GetAutomationExecution', EXECUTION, 'allow', 'member of the group'],
    ['operator', 'ssm:SendAutomationSignal', EXECUTION, 'allow', 'role'],
    ['operator', 'ssm:DescribeAutomationExecutions', '*', 'allow', 'role'],
    ['kim', 'ssm:StartAutomationExecution', 'AWS-RestartEC2Instance', 'allow', 'named'],
    ['kim', 'ssm:StartAutomationExecution', 'Restart', 'allow', 'named'],
    ['kim', 'ssm:StartAutomationExecution', 'AWS-StopEC2Instance', 'deny', 'not named'],
    ['kim', 'ssm:StartAutomationExecution', 'Restart-2', 'deny', 'begins like one named'],
    ['kim', 'ssm:StartAutomationExecution', SHARED, 'deny', 'named, of another account'],
    ['kim', 'ssm:StopAutomationExecution', EXECUTION, 'allow', 'of any runbook'],
    ['kim', 'ssm:DescribeAutomationExecutions', '*', 'allow', 'of any runbook'],
    ['kim', 'ssm:SendCommand', 'AWS-RunShellScript', 'deny', 'automations, and no commands'],
    ['max', 'ssm:StartAutomationExecution', 'Rotate', 'allow', 'full access'],
    ['joe', 'ssm:StartAutomationExecution', 'Rotate', 'deny', 'access = null'],
    ['joe', 'ssm:StopAutomationExecution', EXECUTION, 'deny', 'access = null'],
    ['joe', 'ssm:DescribeAutomationExecutions', '*', 'deny', 'access = null'],
    ['federated', 'ssm:StartAutomationExecution', 'Rotate', 'allow', 'policy_document'],
    ['stranger', 'ssm:StartAutomationExecution', 'Rotate', 'deny', 'not named'],
  ] as const
).map(([who, action, on, verdict, why]) => [who, action, on, verdict, `${why}; ${BY_REFERENCE}`]);

/** What they are about is AWS's word, and the verdict the emulator's. */
const PARAMETERS: readonly Row<Who>[] = (
  [
    ['reader', 'ssm:GetParameter', '/web/database', 'allow', 'below a path'],
    ['reader', 'ssm:GetParameter', '/web', 'allow', 'the path itself'],
    ['reader', 'ssm:GetParameter', '/webshop', 'deny', 'begins like a path'],
    ['reader', 'ssm:GetParameter', '/shared/licence', 'allow', 'named'],
    ['reader', 'ssm:GetParameter', '/shared/licence/old', 'deny', 'below a name'],
    ['reader', 'ssm:GetParameters', 'database', 'allow', 'named without a slash'],
    ['reader', 'ssm:GetParameters', 'database-2', 'deny', 'begins like one named'],
    ['reader', 'ssm:GetParametersByPath', '/web', 'allow', 'path'],
    ['reader', 'ssm:GetParametersByPath', '/web/eu', 'allow', 'path below a path'],
    ['reader', 'ssm:GetParametersByPath', '/', 'deny', 'path above a path'],
    ['reader', 'ssm:GetParametersByPath', '/shared/licence', 'deny', 'named, and no path'],
    ['reader', 'ssm:GetParameterHistory', '/web/database', 'deny', 'history = false'],
    ['reader', 'ssm:PutParameter', '/web/database', 'deny', 'access = read'],
    ['reader', 'ssm:DescribeParameters', '*', 'deny', 'describe = false'],
    ['reader', 'kms:Decrypt', 'reading', 'allow', 'kms_key_arns'],
    ['reader', 'kms:Decrypt', 'other', 'deny', 'key not named'],
    ['reader', 'kms:Encrypt', 'reading', 'deny', 'access = read'],
    ['wes', 'ssm:PutParameter', '/web/database', 'allow', 'access = write'],
    ['wes', 'ssm:PutParameter', '/webshop', 'deny', 'begins like a path'],
    ['wes', 'ssm:GetParameter', '/web/database', 'deny', 'access = write'],
    ['wes', 'ssm:DeleteParameters', '/web/old', 'deny', 'access = write'],
    ['wes', 'kms:Encrypt', 'writing', 'allow', 'standard parameters'],
    ['wes', 'kms:GenerateDataKey', 'writing', 'allow', 'advanced parameters'],
    ['wes', 'kms:Decrypt', 'writing', 'deny', 'access = write'],
    ['ann', 'ssm:GetParametersByPath', '/', 'allow', 'path of all'],
    ['ann', 'ssm:GetParameterHistory', 'database', 'allow', 'history, without a slash'],
    ['ann', 'ssm:PutParameter', '/batch/input', 'allow', 'access = administer'],
    ['ann', 'ssm:DeleteParameters', '/batch/old', 'allow', 'access = administer'],
    ['ann', 'ssm:DescribeParameters', '*', 'allow', 'describe'],
    ['ann', 'kms:Decrypt', 'reading', 'deny', 'no key named'],
    ['ann', 'ssm:SendCommand', 'AWS-RunShellScript', 'deny', 'parameters, and no commands'],
  ] as const
).map(([who, action, on, verdict, why]) => [who, action, on, verdict, `${why}; ${BY_REFERENCE}`]);

const USERS: readonly Row<Who>[] = [
  ['olga', 'ssm:DescribeParameters', '*', 'allow', 'read-only'],
  ['olga', 'ssm:GetAutomationExecution', EXECUTION, 'allow', 'read-only'],
  ['olga', 'ec2:DescribeInstances', '*', 'allow', 'the console lists instances'],
  ['olga', 'ssm:GetParameter', '/web/database', 'deny', 'values of parameters are left out'],
  ['olga', 'ssm:GetParameters', 'database', 'deny', 'values of parameters are left out'],
  ['olga', 'ssm:GetParametersByPath', '/web', 'deny', 'values of parameters are left out'],
  ['olga', 'ssm:GetParameterHistory', 'database', 'deny', 'values of parameters are left out'],
  ['olga', 'ssm:SendCommand', 'AWS-RunShellScript', 'deny', 'read-only'],
  ['olga', 'ec2:DescribeVpcs', '*', 'deny', 'not what the console lists'],
  ['olga', 'iam:PassRole', 'Servers', 'deny', 'pass_role_arns = []'],
  ['ivy', 'ssm:DescribeParameters', '*', 'allow', 'AmazonSSMReadOnlyAccess'],
  ['ivy', 'ssm:GetParameter', '/web/database', 'allow', 'AmazonSSMReadOnlyAccess'],
  ['ivy', 'ssm:PutParameter', '/web/database', 'deny', 'not in AmazonSSMReadOnlyAccess'],
  ['ivy', 'ec2:DescribeInstances', '*', 'deny', 'not in AmazonSSMReadOnlyAccess'],
  ['eve', 'ssm:SendCommand', 'AWS-RunShellScript', 'allow', 'AmazonSSMFullAccess'],
  ['eve', 'iam:PassRole', 'Servers', 'allow', 'pass_role_arns'],
  ['eve', 'iam:PassRole', 'Automation', 'deny', 'role not named'],
  ['eve', 's3:GetObject', 'plain/a', 'deny', 'not in AmazonSSMFullAccess'],
];

const MAINTENANCE_WINDOWS: readonly Row<Who>[] = [
  ['pat', 'iam:PassRole', 'Windows', 'allow', 'maintenance_window_role_arn'],
  ['pat', 'iam:PassRole', 'Automation', 'deny', 'role not named'],
  ['pat', 'iam:GetRole', 'Windows', 'deny', 'passing and listing are all'],
  ['pat', 'ssm:SendCommand', 'AWS-RunShellScript', 'deny', 'no AmazonSSMFullAccess'],
  ['lee', 'iam:PassRole', 'Windows', 'allow', 'pass_role_services = []'],
  ['lee', 'iam:PassRole', 'Servers', 'deny', 'role not named'],
];

/** The emulator has no sessions: condition-rows.ts judges what may be started and ended. */
const SESSIONS: readonly Row<Who>[] = [
  ['tia', 'kms:GenerateDataKey', 'reading', 'allow', 'kms_key_arns'],
  ['tia', 'kms:GenerateDataKey', 'writing', 'deny', 'key not named'],
  ['tia', 'kms:Decrypt', 'reading', 'deny', 'nodes decrypt'],
  ['ida', 'kms:GenerateDataKey', 'reading', 'deny', 'no key asked for'],
  ['tia', 'ssm:SendCommand', 'AWS-RunShellScript', 'deny', 'sessions, and no commands'],
  ['root', 'ssm:SendCommand', 'AWS-RunShellScript', 'deny', 'sessions, and no commands'],
  ['root', 'ssm:GetParameter', '/web/database', 'deny', 'sessions alone'],
];

/** Who may become a role. That services may cannot be tried: nobody can call as one. */
const TRUST: readonly Row<Who>[] = [
  ['admin', 'sts:AssumeRole', 'Operator', 'allow', 'trusted, and allowed to assume'],
  ['admin', 'sts:AssumeRole', 'Servers', 'deny', 'services are trusted alone'],
  ['admin', 'sts:AssumeRole', 'Instances', 'deny', 'services are trusted alone'],
  ['admin', 'sts:AssumeRole', 'Automation', 'deny', 'services are trusted alone'],
  ['admin', 'sts:AssumeRole', 'Windows', 'deny', 'services are trusted alone'],
  ['admin', 'sts:AssumeRole', 'Notifications', 'deny', 'services are trusted alone'],
  ['admin', 'sts:AssumeRole', 'Hosts', 'deny', 'services are trusted alone'],
];

/** What must be allowed and refused in a partition. */
export function rowsIn(place: Place): Row<Who>[] {
  const everywhere = [
    ...AGENT_BUCKETS,
    ...OWN_BUCKETS,
    ...ENCRYPTION_KEYS,
    ...NODES,
    ...AUTOMATION,
    ...AUTOMATION_ACCOUNTS,
    ...WINDOWS,
    ...PEOPLE,
    ...PEOPLE_ON_AUTOMATIONS,
    ...PARAMETERS,
    ...USERS,
    ...MAINTENANCE_WINDOWS,
    ...SESSIONS,
    ...TRUST,
  ];
  const rows =
    place === COMMERCIAL
      ? [...everywhere, ...SUFFIXED_BUCKETS, ...AUTOMATION_FUNCTIONS]
      : everywhere;
  return rows.map(([who, action, on, verdict, why]) => {
    const there = on
      .replace('PARTITION', place.partition)
      .replace('REGION', place.region)
      .replace('ELSEWHERE', place.elsewhere);
    return [who, action, there, verdict, why];
  });
}
