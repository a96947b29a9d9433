import type { RuleCase } from './rule-case';
import { ACCOUNT, inAutomation, inHybrid, inProfile, inS3, many, several } from './rule-case';

const ownPolicies = (count: number): Record<string, string> =>
  many(count, (i) => `arn:aws:iam::${ACCOUNT}:policy/${i}`);
export const CORE = 'arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore';
const AUTOMATION = 'arn:aws:iam::aws:policy/service-role/AmazonSSMAutomationRole';
export const BILLING = 'arn:aws:iam::aws:policy/job-function/Billing';

/** Sizes and numbers of policies. */
export const LIMITS: readonly RuleCase[] = [
  several({
    code: 'EmptyS3Policy',
    module: 's3-access-policy',
    good: [{ regions: ['us-east-2'] }, { s3_buckets: [{ name: 'own-bucket' }] }],
    bad: [{}],
  }),
  several(
    inS3(
      'AgentBucketRegion',
      'regions',
      [['us-east-2', 'ap-southeast-6']],
      [
        ['us-east-9'],
        ['*'],
        ['us-east-2a'],
        ['us-gov-west-1'],
        ['us-east-2', 'cn-north-1'],
        ['us-iso-east-1'],
      ],
    ),
  ),
  several(
    inHybrid('AgentBucketRegion', 'regions', [['cn-north-1', 'cn-northwest-1']], [['us-east-2']], {
      partition: 'aws-cn',
    }),
  ),
  several(
    inProfile(
      'AgentBucketRegion',
      'regions',
      [['us-gov-west-1', 'us-gov-east-1']],
      [['us-east-2'], ['us-gov-west-1', 'us-gov-west-2']],
      { partition: 'aws-us-gov' },
    ),
  ),
  several(
    inProfile('AgentBucketRegion', 'regions', [[]], [['us-iso-east-1']], { partition: 'aws-iso' }),
  ),
  inHybrid('AttachmentCount', 'additional_policy_arns', [ownPolicies(24)], [ownPolicies(25)]),
  several(
    inHybrid('AttachmentCount', 'additional_policy_arns', [ownPolicies(23)], [ownPolicies(24)], {
      regions: ['us-east-2'],
    }),
  ),
  several(
    inProfile('AttachmentCount', 'additional_policy_arns', [ownPolicies(22)], [ownPolicies(23)], {
      directory_service: true,
      cloudwatch_agent: true,
    }),
  ),
  several(
    inProfile('AttachmentCount', 'additional_policy_arns', [ownPolicies(22)], [ownPolicies(23)], {
      regions: ['us-east-2'],
      s3_buckets: [{ name: 'own-bucket' }],
    }),
  ),
  inProfile('AttachmentCount', 'additional_policy_arns', [ownPolicies(24)], [ownPolicies(25)], {
    core_policy: null,
  }),
  several(
    inProfile('AttachmentCount', 'additional_policy_arns', [ownPolicies(23)], [ownPolicies(24)], {
      core_policy: null,
      regions: ['us-east-2'],
      s3_buckets: [{ name: 'own-bucket' }],
    }),
  ),
  several(
    inAutomation(
      'AttachmentCount',
      'additional_policy_arns',
      [ownPolicies(23)],
      [ownPolicies(24)],
      {
        lambda_role: true,
      },
    ),
  ),
  inHybrid(
    'AttachedTwice',
    'additional_policy_arns',
    [{ one: BILLING, two: CORE.replace('Core', 'Other') }],
    [{ one: BILLING, two: BILLING }],
  ),
  several(
    inHybrid('AttachedTwice', 'additional_policy_arns', [{ one: AUTOMATION }], [{ one: CORE }]),
  ),
  several(
    inHybrid(
      'AttachedTwice',
      'additional_policy_arns',
      [{ one: CORE }, { AmazonSSMManagedInstanceCore: BILLING }],
      [],
      { core_policy: null },
    ),
  ),
  several(
    inAutomation('AttachedTwice', 'additional_policy_arns', [{ one: CORE }], [{ one: AUTOMATION }]),
  ),
  several(
    inHybrid(
      'AttachedTwice',
      'additional_policy_arns',
      [{ 'Any key *': BILLING }, { CloudWatchAgentServerPolicy: BILLING }],
      [{ AmazonSSMManagedInstanceCore: BILLING }],
    ),
  ),
  several(
    inHybrid(
      'AttachedTwice',
      'additional_policy_arns',
      [],
      [{ CloudWatchAgentServerPolicy: BILLING }],
      { cloudwatch_agent: true },
    ),
  ),
  several(
    inAutomation(
      'AttachedTwice',
      'additional_policy_arns',
      [],
      [{ AmazonSSMAutomationRole: BILLING }],
    ),
  ),
  several(
    inHybrid(
      'AttachmentKey',
      'additional_policy_arns',
      [{ SSMServiceRoleS3Policy: BILLING }, { 'SSMServiceRoleS3Policy-buckets': BILLING }],
      [{ 'SSMServiceRoleS3Policy-agent': BILLING }],
      { regions: ['us-east-2'] },
    ),
  ),
  several(
    inHybrid(
      'AttachmentKey',
      'additional_policy_arns',
      [{ 'SSMServiceRoleS3Policy-buckets': BILLING }],
      [],
    ),
  ),
];
