import { allow, written } from '../statements';
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

const DOCUMENT = written(allow('sqs:SendMessage', '*'));
const POLICY = 'arn:aws:iam::aws:policy/ReadOnlyAccess';

/** A null inside a set, a list or a map: one message tells of it. */
export const NULLS: readonly RuleCase[] = [
  inAccess('UserName', 'users', { bad: [[null], ['jane', null]] }),
  inAccess('GroupName', 'groups', { bad: [[null]] }),
  inAccess('RoleName', 'roles', { good: [['Operator']], bad: [[null]] }),
  inAccess('ServiceName', 'pass_role_services', { bad: [[null]] }),
  inAutomation('ServiceName', 'pass_role_services', { bad: [[null]] }),
  inPlanners('ServiceName', 'pass_role_services', { good: [[]], bad: [[null], ['*']] }),
  inAccess('DocumentName', 'documents', { bad: [[null]] }),
  inAutomation('ServiceName', 'trusted_services', { bad: [[null]] }),
  inAutomation('ServiceName', 'pass_itself_to_services', { bad: [[null]] }),
  inAutomation('CorePolicy', 'core_policy', {
    good: [null, 'AmazonSSMAutomationRole'],
    bad: [
      '',
      'AmazonSSMManagedInstanceCore',
      'arn:aws:iam::aws:policy/service-role/AmazonSSMAutomationRole',
    ],
  }),
  inExecution('CorePolicy', 'core_policy', { good: [null], bad: ['AmazonSSMFullAccess'] }),
  inAutomation('RoleArn', 'pass_role_arns', { bad: [[null]] }),
  inAutomation('AlarmArn', 'cloudwatch_alarm_arns', { bad: [[null]] }),
  inAutomation('LambdaFunctionArn', 'lambda_function_arns', { bad: [[null]] }),
  inHybrid('LogGroupArn', 'session_log_group_arns', { bad: [[null]] }),
  inProfile('KmsKeyArn', 'session_kms_key_arns', { bad: [[null]] }),
  inHybrid('RegionName', 'regions', {
    good: [['us-east-2']],
    bad: [[null], ['us-east-2', null], ['*']],
  }),
  inProfile('PolicyArn', 'additional_policy_arns', {
    good: [{ any: POLICY }],
    bad: [{ any: null }, { any: null, other: null }, { any: POLICY, other: null }],
  }),
  inHybrid('PolicyDocument', 'inline_policies', {
    bad: [{ one: null }, { one: null, two: DOCUMENT }],
  }),
  inAutomation('PolicyDocument', 'inline_policies', { bad: [{ one: null }] }),
  inS3('BucketName', 's3_buckets', { bad: [[null], [{ name: 'own-bucket' }, null]] }),
  inS3('BucketName', 's3_buckets', { bad: [[{ name: null }]] }),
  // the provider leaves out a tag that is null
  inHybrid('TagCharacters', 'tags', {
    good: [{ 'a*': null, b: 'x' }],
    bad: [
      { 'a*': 'x', b: null },
      { key: null, other: '<' },
    ],
  }),
];
