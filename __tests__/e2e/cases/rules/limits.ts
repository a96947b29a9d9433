import type { RuleCase } from './rule-case';
import {
  ACCOUNT,
  inAutomation,
  inExecution,
  inHybrid,
  inProfile,
  inS3,
  many,
  several,
} from './rule-case';

const ownPolicies = (count: number): Record<string, string> =>
  many(count, (i) => `arn:aws:iam::${ACCOUNT}:policy/${i}`);
export const CORE = 'arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore';
const AUTOMATION = 'arn:aws:iam::aws:policy/service-role/AmazonSSMAutomationRole';
const AGENT = 'arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy';
const LAMBDA = 'arn:aws:iam::aws:policy/service-role/AWSLambdaRole';
export const BILLING = 'arn:aws:iam::aws:policy/job-function/Billing';

const serviceOf = (jsonLength: number): string => `${'a'.repeat(jsonLength - 18)}.amazonaws.com`;

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
  several(inHybrid('PatchPolicyPartition', 'quick_setup_patch_policies', [true], [])),
  several(
    inProfile('PatchPolicyPartition', 'quick_setup_patch_policies', [false], [true], {
      partition: 'aws-us-gov',
    }),
  ),
  several(
    inHybrid('AttachmentCount', 'additional_policy_arns', [ownPolicies(24)], [ownPolicies(26)]),
  ),
  several(inHybrid('AttachmentCount', 'additional_policy_arns', [], [ownPolicies(25)])),
  several(
    inAutomation('AttachmentCount', 'additional_policy_arns', [ownPolicies(25)], [], {
      core_policy: null,
    }),
  ),
  several(
    inAutomation(
      'AttachmentCount',
      'additional_policy_arns',
      [ownPolicies(24)],
      [ownPolicies(25)],
      { core_policy: null, lambda_role: true },
    ),
  ),
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
  several(
    inProfile('AttachmentCount', 'additional_policy_arns', [ownPolicies(25)], [ownPolicies(26)], {
      core_policy: null,
    }),
  ),
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
  several(
    inHybrid(
      'AttachedTwice',
      'additional_policy_arns',
      [{ one: BILLING, two: CORE.replace('Core', 'Other') }],
      [{ one: BILLING, two: BILLING }],
    ),
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
    inAutomation(
      'AttachedTwice',
      'additional_policy_arns',
      [{ one: AUTOMATION }, { AmazonSSMAutomationRole: AUTOMATION }],
      [],
      { core_policy: null },
    ),
  ),
  several(
    inAutomation('AttachedTwice', 'additional_policy_arns', [{ one: CORE }], [{ one: AUTOMATION }]),
  ),
  // any key is fine, and so is what a switch could attach but does not
  several(
    inHybrid(
      'AttachedTwice',
      'additional_policy_arns',
      [
        { 'Any key *': BILLING },
        { AmazonSSMManagedInstanceCore: BILLING },
        { CloudWatchAgentServerPolicy: AGENT },
        { 'SSMServiceRoleS3Policy-agent': BILLING },
      ],
      [{ AmazonSSMManagedInstanceCore: CORE }],
      { regions: ['us-east-2'] },
    ),
  ),
  several(
    inProfile(
      'AttachedTwice',
      'additional_policy_arns',
      [
        {
          CloudWatchAgentServerPolicy: `arn:aws:iam::${ACCOUNT}:policy/CloudWatchAgentServerPolicy`,
        },
      ],
      [{ CloudWatchAgentServerPolicy: AGENT }, { mine: AGENT, other: BILLING }],
      { cloudwatch_agent: true },
    ),
  ),
  several(
    inAutomation(
      'AttachedTwice',
      'additional_policy_arns',
      [{ AmazonSSMAutomationRole: BILLING, AWSLambdaRole: LAMBDA }],
      [],
    ),
  ),
  inProfile(
    'TrustPolicySize',
    'trusted_services',
    [[serviceOf(1500)], Array.from({ length: 40 }, (_, i) => `service-${i}.amazonaws.com`)],
    [[serviceOf(1501)]],
  ),
  // beside the longest names that the trust policy may hold
  inExecution('TrustPolicySize', 'trusted_services', [[serviceOf(1000)]], [[serviceOf(1001)]], {
    administration_role_name: 'a'.repeat(256),
    organization_id: `o-${'a'.repeat(32)}`,
  }),
  inHybrid(
    'UnguardedTrust',
    'trusted_services',
    [['ssm-incidents.amazonaws.com']],
    [['ssm.amazonaws.com'], ['events.amazonaws.com', 'ssm.us-east-2.amazonaws.com']],
  ),
  inAutomation('UnguardedTrust', 'trusted_services', [], [['ssm.amazonaws.com']]),
  // this role has no conditions to lose
  inProfile('UnguardedTrust', 'trusted_services', [['ssm.amazonaws.com']], []),
  several(
    inAutomation('AttachedTwice', 'additional_policy_arns', [], [{ x: LAMBDA }], {
      lambda_role: true,
    }),
  ),
];
