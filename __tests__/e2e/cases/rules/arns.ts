import type { OfInput, RuleCase } from './rule-case';
import {
  ACCOUNT,
  inAccess,
  inAdministration,
  inAutomation,
  inExecution,
  inHosts,
  inHybrid,
  inNotifications,
  inPlanners,
  inProfile,
  inS3,
  inWindows,
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
const abroad = (inModule: OfInput, input: string, ...bad: readonly unknown[]): RuleCase =>
  inModule('ArnPartition', input, { bad: bad });

const PARTITIONS: readonly RuleCase[] = [
  inProfile('ArnPartition', 'additional_policy_arns', {
    good: [{ any: `${POLICY}Own` }],
    bad: [{ any: inChina(`${POLICY}Own`) }, { a: `${POLICY}Own`, b: inChina(`${POLICY}Other`) }],
  }),
  inHybrid('ArnPartition', 'permissions_boundary', {
    good: [`${POLICY}B`],
    bad: [inChina(`${POLICY}B`)],
  }),
  abroad(inS3, 's3_buckets', encryptedWith(inChina(`${KEY}a`))),
  abroad(inProfile, 's3_buckets', encryptedWith(inChina(`${KEY}a`))),
  abroad(inHybrid, 'session_kms_key_arns', [inChina(`${KEY}a`)]),
  abroad(inHybrid, 'session_log_group_arns', [inChina(`${GROUP}a`)]),
  abroad(inAutomation, 'pass_role_arns', [inChina(`${ROLE}a`), `${ROLE}b`]),
  abroad(inAutomation, 'cloudwatch_alarm_arns', [inChina(`${ALARM}a`)]),
  abroad(inAutomation, 'lambda_function_arns', [inChina(`${FUNCTION}a`)]),
  abroad(inAdministration, 'permissions_boundary', inChina(`${POLICY}B`)),
  abroad(inExecution, 'additional_policy_arns', { x: inChina(`${POLICY}B`) }),
  abroad(inHosts, 'permissions_boundary', inChina(`${POLICY}B`)),
  abroad(inNotifications, 'topic_arns', [inChina(`${TOPIC}a`), `${TOPIC}b`]),
  abroad(inNotifications, 'kms_key_arns', [inChina(`${KEY}a`)]),
  abroad(inWindows, 'state_machine_arns', [inChina(`${MACHINE}a`)]),
  abroad(inWindows, 'permissions_boundary', inChina(`${POLICY}B`)),
  abroad(inAccess, 'automation_role_arn', inChina(`${ROLE}a`)),
  inAccess('ArnPartition', 'automation_role_arn', {
    good: [inChina(`${ROLE}a`)],
    bad: [`${ROLE}a`],
    beside: { partition: 'aws-cn' },
  }),
  inPlanners('ArnPartition', 'maintenance_window_role_arn', {
    good: [`${ROLE}a`],
    bad: [inChina(`${ROLE}a`)],
  }),
];

const AWS = 'arn:aws:iam::aws:policy/';

/** Policies of AWS where they are, and where there is none; the caller's own may be called the same. */
const AWS_POLICIES: readonly RuleCase[] = [
  inProfile('AwsPolicyPath', 'additional_policy_arns', {
    good: [
      { a: `${AWS}service-role/AWSLambdaRole`, b: `${AWS}AmazonSSMReadOnlyAccess` },
      { a: `${POLICY}service-role/AmazonSSMFullAccess`, b: `${POLICY}awslambdarole` },
      { a: `${AWS}service-role/NotOfTheGuide` },
    ],
    bad: [
      { x: `${AWS}service-role/AmazonSSMManagedInstanceCore` },
      { x: `${AWS}AmazonSSMAutomationRole` },
      { x: `${AWS}service-role/AmazonEC2RoleForSSM` },
    ],
  }),
  inHybrid('AwsPolicyPath', 'permissions_boundary', {
    good: [`${AWS}AmazonSSMFullAccess`],
    bad: [`${AWS}service-role/AmazonSSMFullAccess`],
  }),
  inAutomation('AwsPolicyPath', 'additional_policy_arns', {
    bad: [
      { x: `${AWS}AWSLambdaRole` },
      { x: `${AWS}cloudwatchagentserverpolicy`, y: `${POLICY}Own` },
    ],
  }),
];

/** ARNs, and what they are made of. */
export const ARNS: readonly RuleCase[] = [
  ...PARTITIONS,
  ...AWS_POLICIES,
  inHybrid('PolicyArn', 'permissions_boundary', {
    good: [null, 'arn:aws:iam::aws:policy/PowerUserAccess', `${POLICY}a/B`],
    bad: [
      '',
      'PowerUserAccess',
      `${ROLE}x`,
      'arn:aws:iam::1:policy/x',
      'arn:aws:iam::aws:policy/*',
      POLICY,
      `${POLICY}team/`,
    ],
  }),
  inHybrid('PolicyArn', 'additional_policy_arns', {
    good: [{}, { any: 'arn:aws:iam::aws:policy/job-function/Billing' }],
    bad: [{ any: 'Billing' }, { any: 'arn:aws:iam::aws:policy/job-function/' }],
  }),
  inAutomation('AlarmArn', 'cloudwatch_alarm_arns', {
    good: [[`${ALARM}${'a'.repeat(255)}`], [`${ALARM}CPU > 80%`]],
    bad: [[`${ALARM}${'a'.repeat(256)}`], [`${ALARM}web-*`], [`${ALARM}$\${x}`], ['web-errors']],
  }),
  inAutomation('LambdaFunctionArn', 'lambda_function_arns', {
    good: [[`${FUNCTION}a:$LATEST`]],
    bad: [['*'], [`${FUNCTION}*`]],
  }),
  inAutomation('RoleArn', 'pass_role_arns', {
    good: [[`${ROLE}a/B`], [`${ROLE}team!/X`]],
    bad: [
      ['*'],
      [`${ROLE}*`],
      [`arn:aws:iam::${ACCOUNT}:user/a`],
      ...ROLES_TO_READ_OTHERWISE.map((arn) => [arn]),
    ],
  }),
  inAccess('RoleArn', 'automation_role_arn', {
    good: [`${ROLE}a`, `${ROLE}team!/X`],
    bad: ['Automation', `${ROLE}*`, ...ROLES_TO_READ_OTHERWISE],
  }),
  inPlanners('RoleArn', 'maintenance_window_role_arn', {
    good: [`${ROLE}a/B`],
    bad: ['Windows', `${ROLE}*`],
  }),
  inHybrid('KmsKeyArn', 's3_buckets', {
    good: [encryptedWith(`${KEY}mrk-1`)],
    bad: [encryptedWith(`arn:aws:kms:us-east-2:${ACCOUNT}:alias/a`), encryptedWith('*')],
  }),
  inHybrid('LogGroupArn', 'session_log_group_arns', {
    good: [[`${GROUP}/aws/ssm/a.b#c_d-1`], [`${GROUP}${'a'.repeat(512)}`]],
    bad: [['sessions'], [`${GROUP}*`], [`${GROUP}a:*`], [`${GROUP}${'a'.repeat(513)}`]],
  }),
  inProfile('KmsKeyArn', 'session_kms_key_arns', {
    good: [[`${KEY}mrk-1`]],
    bad: [['*'], [`arn:aws:kms:us-east-2:${ACCOUNT}:alias/a`]],
  }),
  inNotifications('KmsKeyArn', 'kms_key_arns', {
    good: [[], [`${KEY}mrk-1`]],
    bad: [[`arn:aws:kms:us-east-2:${ACCOUNT}:alias/a`], [null]],
  }),
  inNotifications('SnsTopicArn', 'topic_arns', {
    good: [[`${TOPIC}a_B-9`]],
    bad: [[`${TOPIC}a.fifo`], [`${TOPIC}a`, '*'], [`${TOPIC}a`, null]],
  }),
  inNotifications('NoTopic', 'topic_arns', { good: [[`${TOPIC}a`]], bad: [[]] }),
  inWindows('StateMachineArn', 'state_machine_arns', {
    good: [[], [`${MACHINE}a_B-9`]],
    bad: [
      [`${MACHINE}*`],
      [`${MACHINE}a:1`],
      [`arn:aws:states:us-east-2:${ACCOUNT}:execution:a`],
      [null],
    ],
  }),
  inAutomation('ServiceName', 'pass_role_services', {
    good: [[], ['ecs-tasks.amazonaws.com', 'ec2.amazonaws.com.cn']],
    bad: [['ec2'], ['*'], ['*.amazonaws.com']],
  }),
  inAutomation('ServiceName', 'pass_itself_to_services', {
    good: [[], ['ssm.amazonaws.com', 'ec2.amazonaws.com.cn']],
    bad: [['ssm'], ['*'], [`arn:aws:iam::${ACCOUNT}:root`]],
  }),
  inHybrid('ServiceName', 'trusted_services', {
    good: [[], ['ec2.amazonaws.com', 'states.us-east-2.amazonaws.com']],
    bad: [['*'], ['events'], [ACCOUNT], [`arn:aws:iam::${ACCOUNT}:root`]],
  }),
  inHybrid('Partition', 'partition', {
    good: [null, 'aws', 'aws-us-gov', 'aws-cn', 'aws-iso-b', 'aws-eusc'],
    bad: ['', 'AWS', 'amazon', 'aws:', 'aws-us-gvo', 'aws-x'],
  }),
  inHybrid('AccountId', 'account_id', {
    good: [null, '000000000001'],
    bad: ['12345678901', '1234567890123', 'me'],
  }),
  inExecution('AccountId', 'administration_account_id', {
    good: ['000000000001'],
    bad: ['12345678901', '*', `arn:aws:iam::${ACCOUNT}:root`],
  }),
];
