import type { RuleCase } from './rule-case';
import { inAccess, inAutomation, inHybrid, inS3, several } from './rule-case';

/** A null inside a set, a list or a map: without a rule about it Terraform would tell of a function. */
export const NULLS: readonly RuleCase[] = [
  inAccess('UserName', 'users', [], [[null], ['jane', null]]),
  inAccess('GroupName', 'groups', [], [[null]]),
  inAccess('RoleName', 'roles', [], [[null]]),
  inAccess('DocumentName', 'documents', [], [[null]]),
  inAccess('ServiceName', 'pass_role_services', [], [[null]]),
  inAutomation('ServiceName', 'pass_role_services', [], [[null]]),
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
  inAutomation('RoleArn', 'pass_role_arns', [], [[null]]),
  inAutomation('LambdaFunctionArn', 'lambda_function_arns', [], [[null]]),
  several(inHybrid('AgentBucketRegion', 'regions', [], [[null], ['us-east-2', null]])),
  inHybrid('TagValue', 'tags', [], [{ key: null }, { key: null, other: 'x' }]),
  inHybrid('PolicyArn', 'additional_policy_arns', [], [{ any: null }]),
  inHybrid('PolicyDocument', 'inline_policies', [], [{ one: null }]),
  inAutomation('PolicyDocument', 'inline_policies', [], [{ one: null }]),
  // one of the rules about its name speaks for all
  inS3('BucketName', 's3_buckets', [], [[null], [{ name: 'own-bucket' }, null]]),
];
