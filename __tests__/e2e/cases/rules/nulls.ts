import type { RuleCase } from './rule-case';
import { inAccess, inAutomation, inHybrid, inProfile, inS3, many } from './rule-case';

const DOCUMENT = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 'sqs:SendMessage', Resource: '*' }],
});
const POLICY = 'arn:aws:iam::aws:policy/ReadOnlyAccess';

/** A null inside a set, a list or a map: one message tells of it, and no other rule speaks. */
export const NULLS: readonly RuleCase[] = [
  inAccess('NullElement', 'users', [], [[null], ['jane', null]]),
  inAccess('NullElement', 'groups', [], [[null]]),
  inAccess('NullElement', 'roles', [['Operator']], [[null]]),
  inAccess('NullElement', 'pass_role_services', [], [[null]]),
  inAutomation('NullElement', 'pass_role_services', [], [[null]]),
  inAccess('NullElement', 'documents', [], [[null]]),
  inAutomation('NullElement', 'trusted_services', [], [[null]]),
  inAutomation('NullElement', 'pass_itself_to_services', [], [[null]]),
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
  inAutomation('NullElement', 'pass_role_arns', [], [[null]]),
  inAutomation('NullElement', 'lambda_function_arns', [], [[null]]),
  inHybrid('NullElement', 'regions', [], [[null], ['us-east-2', null]]),
  inProfile(
    'NullElement',
    'additional_policy_arns',
    [{ any: POLICY }],
    [{ any: null }, { any: null, other: null }, { any: POLICY, other: null }],
  ),
  inHybrid('NullElement', 'inline_policies', [], [{ one: null }, { one: null, two: DOCUMENT }]),
  inAutomation('NullElement', 'inline_policies', [], [{ one: null }]),
  inS3('NullElement', 's3_buckets', [], [[null], [{ name: 'own-bucket' }, null]]),
  inS3('BucketName', 's3_buckets', [], [[{ name: null }]]),
  // the provider leaves out a tag that is null
  inHybrid(
    'TagCount',
    'tags',
    [{ ...many(50, () => 'x'), more: null }, { key: null }],
    [{ ...many(51, () => 'x'), more: null }],
  ),
  inHybrid('TagKeyTwice', 'tags', [{ Owner: null, owner: 'x' }], [{ A: 'x', a: 'y', b: null }]),
  inHybrid('TagKey', 'tags', [{ 'a*': null, b: 'x' }], [{ 'a*': 'x', b: null }]),
  inHybrid('TagKeyOfAws', 'tags', [{ 'aws:key': null }], [{ 'aws:key': '', b: null }]),
  inHybrid('TagValue', 'tags', [{ key: null, other: 'x' }], [{ key: null, other: '<' }]),
];
