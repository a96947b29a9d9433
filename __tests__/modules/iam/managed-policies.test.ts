import { MANAGED_POLICY_PATHS, attaches } from '../../../modules/iam/managed-policies';
import type { ManagedPolicy } from '../../../modules/iam/managed-policies';

/** @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html */
const ARNS: readonly (readonly [ManagedPolicy, string])[] = [
  ['AWSLambdaRole', 'arn:aws:iam::aws:policy/service-role/AWSLambdaRole'],
  ['AmazonEC2RoleforSSM', 'arn:aws:iam::aws:policy/service-role/AmazonEC2RoleforSSM'],
  ['AmazonSSMAutomationRole', 'arn:aws:iam::aws:policy/service-role/AmazonSSMAutomationRole'],
  ['AmazonSSMDirectoryServiceAccess', 'arn:aws:iam::aws:policy/AmazonSSMDirectoryServiceAccess'],
  ['AmazonSSMFullAccess', 'arn:aws:iam::aws:policy/AmazonSSMFullAccess'],
  [
    'AmazonSSMManagedEC2InstanceDefaultPolicy',
    'arn:aws:iam::aws:policy/AmazonSSMManagedEC2InstanceDefaultPolicy',
  ],
  ['AmazonSSMManagedInstanceCore', 'arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore'],
  [
    'AWSQuickSetupPatchPolicyBaselineAccess',
    'arn:aws:iam::aws:policy/AWSQuickSetupPatchPolicyBaselineAccess',
  ],
  ['AmazonSSMReadOnlyAccess', 'arn:aws:iam::aws:policy/AmazonSSMReadOnlyAccess'],
  ['CloudWatchAgentServerPolicy', 'arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy'],
];

test.each(ARNS)('%s lies where AWS says', (policy, arn) => {
  const { policy_arn } = attaches({ policy, reason: 'Why.', see: 'https://example.com' }, []);

  expect(policy_arn).toContain('${partition}');
  expect(policy_arn.replace('${partition}', 'aws')).toBe(arn);
});

test('every policy of the table has its ARN above', () => {
  expect(Object.keys(MANAGED_POLICY_PATHS).sort()).toEqual(ARNS.map(([policy]) => policy).sort());
});
