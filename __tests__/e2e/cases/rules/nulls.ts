import type { RuleCase } from './rule-case';
import {
  inAccess,
  inAutomation,
  inExecution,
  inHybrid,
  inPlanners,
  inProfile,
  inS3,
} from './rule-case';

const DOCUMENT = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 'sqs:SendMessage', Resource: '*' }],
});
const POLICY = 'arn:aws:iam::aws:policy/ReadOnlyAccess';

/** A null inside a set, a list or a map: one message tells of it. */
export const NULLS: readonly RuleCase[] = [
  inAccess('UserName', 'users', [], [[null], ['jane', null]]),
  inAccess('GroupName', 'groups', [], [[null]]),
  inAccess('RoleName', 'roles', [['Operator']], [[null]]),
  inAccess('ServiceName', 'pass_role_services', [], [[null]]),
  inAutomation('ServiceName', 'pass_role_services', [], [[null]]),
  inPlanners('ServiceName', 'pass_role_services', [[]], [[null], ['*']]),
  inAccess('DocumentName', 'documents', [], [[null]]),
  inAutomation('ServiceName', 'trusted_services', [], [[null]]),
  inAutomation('ServiceName', 'pass_itself_to_services', [], [[null]]),
  inAutomation(
    'CorePolicy',
    'core_policy',
    [null, 'AmazonSSMAutomationRole'],
    [
      '',
      'AmazonSSMManagedInstanceCore',
      'arn:aws:iam::aws:policy/service-role/AmazonSSMAutomationRole',
    ],
  ),
  inExecution('CorePolicy', 'core_policy', [null], ['AmazonSSMFullAccess']),
  inAutomation('RoleArn', 'pass_role_arns', [], [[null]]),
  inAutomation('AlarmArn', 'cloudwatch_alarm_arns', [], [[null]]),
  inAutomation('LambdaFunctionArn', 'lambda_function_arns', [], [[null]]),
  inHybrid('LogGroupArn', 'session_log_group_arns', [], [[null]]),
  inProfile('KmsKeyArn', 'session_kms_key_arns', [], [[null]]),
  inHybrid('RegionName', 'regions', [['us-east-2']], [[null], ['us-east-2', null], ['*']]),
  inProfile(
    'PolicyArn',
    'additional_policy_arns',
    [{ any: POLICY }],
    [{ any: null }, { any: null, other: null }, { any: POLICY, other: null }],
  ),
  inHybrid('PolicyDocument', 'inline_policies', [], [{ one: null }, { one: null, two: DOCUMENT }]),
  inAutomation('PolicyDocument', 'inline_policies', [], [{ one: null }]),
  inS3('BucketName', 's3_buckets', [], [[null], [{ name: 'own-bucket' }, null]]),
  inS3('BucketName', 's3_buckets', [], [[{ name: null }]]),
  // the provider leaves out a tag that is null
  inHybrid(
    'TagCharacters',
    'tags',
    [{ 'a*': null, b: 'x' }],
    [
      { 'a*': 'x', b: null },
      { key: null, other: '<' },
    ],
  ),
];
