import type { OfInput, RuleCase } from './rule-case';
import {
  ACCOUNT,
  inAutomation,
  inExecution,
  inHybrid,
  inProfile,
  inS3,
  many,
  ruleOf,
} from './rule-case';

const OF_AWS = 'arn:aws:iam::aws:policy';
const CORE = `${OF_AWS}/AmazonSSMManagedInstanceCore`;
const AUTOMATION = `${OF_AWS}/service-role/AmazonSSMAutomationRole`;
const AGENT = `${OF_AWS}/CloudWatchAgentServerPolicy`;
const LAMBDA = `${OF_AWS}/service-role/AWSLambdaRole`;
const BILLING = `${OF_AWS}/job-function/Billing`;
const OWN = `arn:aws:iam::${ACCOUNT}:policy`;

const serviceOf = (jsonLength: number): string => `${'a'.repeat(jsonLength - 18)}.amazonaws.com`;

/** As many policies of one's own as the role takes beside the others, and one more. */
function attaching(inModule: OfInput, most: number, beside?: object): RuleCase {
  const own = (count: number): object => many(count, (i) => `${OWN}/${i}`);
  return inModule('AttachmentCount', 'additional_policy_arns', {
    good: [own(most)],
    bad: [own(most + 1)],
    beside,
  });
}

const twice = (inModule: OfInput, values: Parameters<OfInput>[2]): RuleCase =>
  inModule('AttachedTwice', 'additional_policy_arns', values);

const regions = ['us-east-2'];
const s3 = { regions, s3_buckets: [{ name: 'own-bucket' }] };
const core_policy = null;

const AGENT_BUCKETS: readonly RuleCase[] = [
  ruleOf('s3-access-policy', 'EmptyS3Policy', {
    good: [{ regions }, { s3_buckets: s3.s3_buckets }],
    bad: [{}],
  }),
  inS3('AgentBucketRegion', 'regions', {
    good: [['us-east-2', 'ap-southeast-6']],
    bad: [
      ['us-east-9'],
      ['us-east-2a'],
      ['us-gov-west-1'],
      [...regions, 'cn-north-1'],
      ['us-iso-east-1'],
    ],
  }),
  inHybrid('AgentBucketRegion', 'regions', {
    good: [['cn-north-1', 'cn-northwest-1']],
    bad: [regions],
    beside: { partition: 'aws-cn' },
  }),
  inProfile('AgentBucketRegion', 'regions', {
    good: [['us-gov-west-1', 'us-gov-east-1']],
    bad: [regions, ['us-gov-west-1', 'us-gov-west-2']],
    beside: { partition: 'aws-us-gov' },
  }),
  inProfile('AgentBucketRegion', 'regions', {
    good: [[]],
    bad: [['us-iso-east-1']],
    beside: { partition: 'aws-iso' },
  }),
  inHybrid('PatchPolicyPartition', 'quick_setup_patch_policies', { good: [true] }),
  inProfile('PatchPolicyPartition', 'quick_setup_patch_policies', {
    good: [false],
    bad: [true],
    beside: { partition: 'aws-us-gov' },
  }),
];

const ATTACHMENTS: readonly RuleCase[] = [
  attaching(inHybrid, 24),
  attaching(inHybrid, 23, { regions }),
  attaching(inProfile, 22, { directory_service: true, cloudwatch_agent: true }),
  attaching(inProfile, 22, s3),
  attaching(inProfile, 25, { core_policy }),
  attaching(inProfile, 23, { core_policy, ...s3 }),
  attaching(inAutomation, 25, { core_policy }),
  attaching(inAutomation, 24, { core_policy, lambda_role: true }),
  attaching(inAutomation, 23, { lambda_role: true }),
  twice(inHybrid, {
    good: [{ one: BILLING, two: CORE.replace('Core', 'Other') }, { one: AUTOMATION }],
    bad: [{ one: BILLING, two: BILLING }, { one: CORE }],
  }),
  twice(inHybrid, {
    good: [{ one: CORE }, { AmazonSSMManagedInstanceCore: BILLING }],
    beside: { core_policy },
  }),
  twice(inAutomation, {
    good: [{ one: AUTOMATION }, { AmazonSSMAutomationRole: AUTOMATION }],
    beside: { core_policy },
  }),
  twice(inAutomation, { good: [{ one: CORE }], bad: [{ one: AUTOMATION }] }),
  // any key is fine, and so is what a switch could attach but does not
  twice(inHybrid, {
    good: [
      { 'Any key *': BILLING },
      { AmazonSSMManagedInstanceCore: BILLING },
      { CloudWatchAgentServerPolicy: AGENT },
      { 'SSMServiceRoleS3Policy-agent': BILLING },
    ],
    bad: [{ AmazonSSMManagedInstanceCore: CORE }],
    beside: { regions },
  }),
  twice(inProfile, {
    good: [{ CloudWatchAgentServerPolicy: `${OWN}/CloudWatchAgentServerPolicy` }],
    bad: [{ CloudWatchAgentServerPolicy: AGENT }, { mine: AGENT, other: BILLING }],
    beside: { cloudwatch_agent: true },
  }),
  twice(inAutomation, { good: [{ AmazonSSMAutomationRole: BILLING, AWSLambdaRole: LAMBDA }] }),
  twice(inAutomation, { bad: [{ x: LAMBDA }], beside: { lambda_role: true } }),
];

const tooLong = { path: '/service-role/', role_name: 'a'.repeat(52) };

/** Preconditions that one call breaks: one failure does not hide the next. */
const TOGETHER: readonly RuleCase[] = [
  {
    ...twice(inHybrid, { bad: [{ one: CORE }], beside: tooLong }),
    also: ['ActivationRoleName'],
  },
  {
    ...twice(inHybrid, {
      bad: [{ one: CORE, two: BILLING }],
      beside: { ...tooLong, regions: ['us-east-2', 'cn-north-1'] },
    }),
    also: ['ActivationRoleName', 'AgentBucketRegion'],
  },
];

const TRUST: readonly RuleCase[] = [
  inProfile('TrustPolicySize', 'trusted_services', {
    good: [[serviceOf(1500)], Array.from({ length: 40 }, (_, i) => `service-${i}.amazonaws.com`)],
    bad: [[serviceOf(1501)]],
  }),
  // beside the longest names that the trust policy may hold
  inExecution('TrustPolicySize', 'trusted_services', {
    good: [[serviceOf(1000)]],
    bad: [[serviceOf(1001)]],
    beside: { administration_role_name: 'a'.repeat(256), organization_id: `o-${'a'.repeat(32)}` },
  }),
  inHybrid('UnguardedTrust', 'trusted_services', {
    good: [['ssm-incidents.amazonaws.com']],
    bad: [['ssm.amazonaws.com'], ['events.amazonaws.com', 'ssm.us-east-2.amazonaws.com']],
  }),
  inAutomation('UnguardedTrust', 'trusted_services', { bad: [['ssm.amazonaws.com']] }),
  // this role has no conditions to lose
  inProfile('UnguardedTrust', 'trusted_services', { good: [['ssm.amazonaws.com']] }),
];

/** Sizes and numbers of policies. */
export const LIMITS: readonly RuleCase[] = [
  ...AGENT_BUCKETS,
  ...ATTACHMENTS,
  ...TOGETHER,
  ...TRUST,
];
