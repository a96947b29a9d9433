import type { RuleCase } from './rule-case';
import {
  ACCOUNT,
  inAccess,
  inAdministration,
  inAutomation,
  inExecution,
  inHybrid,
  inNotifications,
  inPlanners,
  inProfile,
  inS3,
  inWindows,
  several,
} from './rule-case';

const POLICY = `arn:aws:iam::${ACCOUNT}:policy/`;
const ROLE = `arn:aws:iam::${ACCOUNT}:role/`;
const FUNCTION = `arn:aws:lambda:us-east-2:${ACCOUNT}:function:`;
const GROUP = `arn:aws:logs:us-east-2:${ACCOUNT}:log-group:`;
const ALARM = `arn:aws:cloudwatch:us-east-2:${ACCOUNT}:alarm:`;
const MACHINE = `arn:aws:states:us-east-2:${ACCOUNT}:stateMachine:`;
const TOPIC = `arn:aws:sns:us-east-2:${ACCOUNT}:`;
const KEY = `arn:aws:kms:us-east-2:${ACCOUNT}:key/`;

/** No name at the end, or a path that a policy takes for a pattern or a variable. */
const ROLES_TO_READ_OTHERWISE = ['team/', 'a*b/X', 'a?/Y', '$${x}/Y'].map(
  (rest) => `${ROLE}${rest}`,
);

const encryptedWith = (kms_key_arn: string): object[] => [{ name: 'own-bucket', kms_key_arn }];

/** The same ARN in another partition. */
const inChina = (arn: string): string => arn.replace('arn:aws:', 'arn:aws-cn:');

/** ARNs of the partition that is looked up, which is `aws`, and of another one. */
const PARTITIONS: readonly RuleCase[] = [
  inProfile(
    'ArnPartition',
    'additional_policy_arns',
    [{ any: `${POLICY}Own` }],
    [{ any: inChina(`${POLICY}Own`) }, { a: `${POLICY}Own`, b: inChina(`${POLICY}Other`) }],
  ),
  inHybrid('ArnPartition', 'permissions_boundary', [`${POLICY}B`], [inChina(`${POLICY}B`)]),
  inS3('ArnPartition', 's3_buckets', [], [encryptedWith(inChina(`${KEY}a`))]),
  inProfile('ArnPartition', 's3_buckets', [], [encryptedWith(inChina(`${KEY}a`))]),
  inHybrid('ArnPartition', 'session_kms_key_arns', [], [[inChina(`${KEY}a`)]]),
  inHybrid('ArnPartition', 'session_log_group_arns', [], [[inChina(`${GROUP}a`)]]),
  inAutomation('ArnPartition', 'pass_role_arns', [], [[inChina(`${ROLE}a`), `${ROLE}b`]]),
  inAutomation('ArnPartition', 'cloudwatch_alarm_arns', [], [[inChina(`${ALARM}a`)]]),
  inAutomation('ArnPartition', 'lambda_function_arns', [], [[inChina(`${FUNCTION}a`)]]),
  inAdministration('ArnPartition', 'permissions_boundary', [], [inChina(`${POLICY}B`)]),
  inExecution('ArnPartition', 'additional_policy_arns', [], [{ x: inChina(`${POLICY}B`) }]),
  inNotifications('ArnPartition', 'topic_arns', [], [[inChina(`${TOPIC}a`), `${TOPIC}b`]]),
  inNotifications('ArnPartition', 'kms_key_arns', [], [[inChina(`${KEY}a`)]]),
  inWindows('ArnPartition', 'state_machine_arns', [], [[inChina(`${MACHINE}a`)]]),
  inWindows('ArnPartition', 'permissions_boundary', [], [inChina(`${POLICY}B`)]),
  inAccess('ArnPartition', 'automation_role_arn', [], [inChina(`${ROLE}a`)]),
  inAccess('ArnPartition', 'automation_role_arn', [inChina(`${ROLE}a`)], [`${ROLE}a`], {
    partition: 'aws-cn',
  }),
  inPlanners('ArnPartition', 'maintenance_window_role_arn', [`${ROLE}a`], [inChina(`${ROLE}a`)]),
].map(several);

const AWS = 'arn:aws:iam::aws:policy/';

/** Policies of AWS where they are, and where there is none; the caller's own may be called the same. */
const AWS_POLICIES: readonly RuleCase[] = [
  inProfile(
    'AwsPolicyPath',
    'additional_policy_arns',
    [
      { a: `${AWS}service-role/AWSLambdaRole`, b: `${AWS}AmazonSSMReadOnlyAccess` },
      { a: `${POLICY}service-role/AmazonSSMFullAccess`, b: `${POLICY}awslambdarole` },
      { a: `${AWS}service-role/NotOfTheGuide` },
    ],
    [
      { x: `${AWS}service-role/AmazonSSMManagedInstanceCore` },
      { x: `${AWS}AmazonSSMAutomationRole` },
      { x: `${AWS}service-role/AmazonEC2RoleForSSM` },
    ],
  ),
  inHybrid(
    'AwsPolicyPath',
    'permissions_boundary',
    [`${AWS}AmazonSSMFullAccess`],
    [`${AWS}service-role/AmazonSSMFullAccess`],
  ),
  inAutomation(
    'AwsPolicyPath',
    'additional_policy_arns',
    [],
    [{ x: `${AWS}AWSLambdaRole` }, { x: `${AWS}cloudwatchagentserverpolicy`, y: `${POLICY}Own` }],
  ),
].map(several);

/** ARNs, and what they are made of. */
export const ARNS: readonly RuleCase[] = [
  ...PARTITIONS,
  ...AWS_POLICIES,
  inHybrid(
    'PolicyArn',
    'permissions_boundary',
    [null, 'arn:aws:iam::aws:policy/PowerUserAccess', `${POLICY}a/B`],
    [
      '',
      'PowerUserAccess',
      `${ROLE}x`,
      'arn:aws:iam::1:policy/x',
      'arn:aws:iam::aws:policy/*',
      POLICY,
      `${POLICY}team/`,
    ],
  ),
  inHybrid(
    'PolicyArn',
    'additional_policy_arns',
    [{}, { any: 'arn:aws:iam::aws:policy/job-function/Billing' }],
    [{ any: 'Billing' }, { any: 'arn:aws:iam::aws:policy/job-function/' }],
  ),
  inAutomation(
    'AlarmArn',
    'cloudwatch_alarm_arns',
    [[`${ALARM}${'a'.repeat(255)}`], [`${ALARM}CPU > 80%`]],
    [[`${ALARM}${'a'.repeat(256)}`], [`${ALARM}web-*`], [`${ALARM}$\${x}`], ['web-errors']],
  ),
  inAutomation(
    'LambdaFunctionArn',
    'lambda_function_arns',
    [[`${FUNCTION}a:$LATEST`]],
    [['*'], [`${FUNCTION}*`]],
  ),
  inAutomation(
    'RoleArn',
    'pass_role_arns',
    [[`${ROLE}a/B`], [`${ROLE}team!/X`]],
    [
      ['*'],
      [`${ROLE}*`],
      [`arn:aws:iam::${ACCOUNT}:user/a`],
      ...ROLES_TO_READ_OTHERWISE.map((arn) => [arn]),
    ],
  ),
  inAccess(
    'RoleArn',
    'automation_role_arn',
    [`${ROLE}a`, `${ROLE}team!/X`],
    ['Automation', `${ROLE}*`, ...ROLES_TO_READ_OTHERWISE],
  ),
  inPlanners('RoleArn', 'maintenance_window_role_arn', [`${ROLE}a/B`], ['Windows', `${ROLE}*`]),
  inHybrid(
    'KmsKeyArn',
    's3_buckets',
    [encryptedWith(`${KEY}mrk-1`)],
    [encryptedWith(`arn:aws:kms:us-east-2:${ACCOUNT}:alias/a`), encryptedWith('*')],
  ),
  inHybrid(
    'LogGroupArn',
    'session_log_group_arns',
    [[`${GROUP}/aws/ssm/a.b#c_d-1`], [`${GROUP}${'a'.repeat(512)}`]],
    [['sessions'], [`${GROUP}*`], [`${GROUP}a:*`], [`${GROUP}${'a'.repeat(513)}`]],
  ),
  inProfile(
    'KmsKeyArn',
    'session_kms_key_arns',
    [[`${KEY}mrk-1`]],
    [['*'], [`arn:aws:kms:us-east-2:${ACCOUNT}:alias/a`]],
  ),
  inNotifications(
    'KmsKeyArn',
    'kms_key_arns',
    [[], [`${KEY}mrk-1`]],
    [[`arn:aws:kms:us-east-2:${ACCOUNT}:alias/a`], [null]],
  ),
  inNotifications(
    'SnsTopicArn',
    'topic_arns',
    [[`${TOPIC}a_B-9`]],
    [[`${TOPIC}a.fifo`], [`${TOPIC}a`, '*'], [`${TOPIC}a`, null]],
  ),
  inNotifications('NoTopic', 'topic_arns', [[`${TOPIC}a`]], [[]]),
  inWindows(
    'StateMachineArn',
    'state_machine_arns',
    [[], [`${MACHINE}a_B-9`]],
    [
      [`${MACHINE}*`],
      [`${MACHINE}a:1`],
      [`arn:aws:states:us-east-2:${ACCOUNT}:execution:a`],
      [null],
    ],
  ),
  inAutomation(
    'ServiceName',
    'pass_role_services',
    [[], ['ecs-tasks.amazonaws.com', 'ec2.amazonaws.com.cn']],
    [['ec2'], ['*'], ['*.amazonaws.com']],
  ),
  inAutomation(
    'ServiceName',
    'pass_itself_to_services',
    [[], ['ssm.amazonaws.com', 'ec2.amazonaws.com.cn']],
    [['ssm'], ['*'], [`arn:aws:iam::${ACCOUNT}:root`]],
  ),
  inHybrid(
    'ServiceName',
    'trusted_services',
    [[], ['ec2.amazonaws.com', 'states.us-east-2.amazonaws.com']],
    [['*'], ['events'], [ACCOUNT], [`arn:aws:iam::${ACCOUNT}:root`]],
  ),
  inHybrid(
    'Partition',
    'partition',
    [null, 'aws', 'aws-us-gov', 'aws-cn', 'aws-iso-b', 'aws-eusc'],
    ['', 'AWS', 'amazon', 'aws:', 'aws-us-gvo', 'aws-x'],
  ),
  inHybrid(
    'AccountId',
    'account_id',
    [null, '000000000001'],
    ['12345678901', '1234567890123', 'me'],
  ),
  inExecution(
    'AccountId',
    'administration_account_id',
    ['000000000001'],
    ['12345678901', '*', `arn:aws:iam::${ACCOUNT}:root`],
  ),
];
