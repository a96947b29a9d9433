import type { Construct } from 'constructs';
import { warnUnless } from '../../generator/blocks';
import { expr, listed, literal } from '../../generator/expression';
import { input } from '../../generator/inputs';
import type { References } from '../../generator/inputs';
import { oneOf } from '../../generator/rules';
import * as type from '../../generator/types';
import { awsPage } from './aws-pages';
import { attaches } from './managed-policies';
import type { ManagedPolicy } from './managed-policies';
import { is } from './permissions/model';
import { SESSION_MANAGER, sessionInputs } from './session-permissions';
import type { s3Inputs } from './s3-inputs';

const CORE: ManagedPolicy = 'AmazonSSMManagedInstanceCore';
const DEPRECATED_CORE: ManagedPolicy = 'AmazonEC2RoleforSSM';
const DIRECTORY_SERVICE: ManagedPolicy = 'AmazonSSMDirectoryServiceAccess';
const PATCH_POLICIES: ManagedPolicy = 'AWSQuickSetupPatchPolicyBaselineAccess';
const CLOUDWATCH_AGENT: ManagedPolicy = 'CloudWatchAgentServerPolicy';

/** What any managed node may need, in EC2 or outside. */
export const corePermissionInputs = {
  corePolicy: input.nullableWithDefault(type.string, CORE, {
    description: `Policy that lets SSM Agent work: \`${CORE}\`; \`${SESSION_MANAGER}\`, the least for Session Manager alone, in an inline policy; or the deprecated and far wider \`${DEPRECATED_CORE}\`. Null attaches none, for a role that already has it or has a narrower policy of yours.`,
    nullIs: 'for none',
    rules: [
      oneOf([CORE, SESSION_MANAGER, DEPRECATED_CORE], {
        code: 'CorePolicy',
        see: awsPage.managedPolicies,
      }),
    ],
    samples: [{ value: SESSION_MANAGER }, { value: DEPRECATED_CORE }, { value: null }],
  }),
  directoryService: input.withDefault(type.bool, false, {
    description: `Attach ${DIRECTORY_SERVICE}, for nodes that join a Microsoft AD directory.`,
  }),
  cloudwatchAgent: input.withDefault(type.bool, false, {
    description: `Attach ${CLOUDWATCH_AGENT}, for nodes that run the CloudWatch agent.`,
  }),
  quickSetupPatchPolicies: input.withDefault(type.bool, false, {
    description: `Attach ${PATCH_POLICIES}, for nodes with a patch policy of Quick Setup. Only in the partition \`aws\`.`,
  }),
  ...sessionInputs,
};

type CoreInputs = typeof corePermissionInputs;

/** The policies of AWS that any managed node may need, the first of which is attached by default. */
export const CORE_POLICIES = [
  attaches({
    policy: CORE,
    when: [is('core_policy', CORE)],
    reason:
      'What SSM Agent needs for the core functions of Systems Manager. It also allows reading every parameter in Parameter Store.',
    see: awsPage.instanceProfile,
  }),
  attaches({
    policy: DEPRECATED_CORE,
    when: [is('core_policy', DEPRECATED_CORE)],
    reason:
      'Deprecated by AWS, since it allows reading and writing every S3 bucket. Only for agents and runbooks that still need it.',
    see: awsPage.managedPolicies,
  }),
  attaches({
    policy: DIRECTORY_SERVICE,
    when: [is('directory_service', true)],
    reason: 'The agent joins the node to a Microsoft AD directory.',
    see: awsPage.instanceProfile,
  }),
  attaches({
    policy: CLOUDWATCH_AGENT,
    when: [is('cloudwatch_agent', true)],
    reason: 'The CloudWatch agent on the node writes metrics and logs.',
    see: awsPage.instanceProfile,
  }),
  attaches({
    policy: PATCH_POLICIES,
    when: [is('quick_setup_patch_policies', true)],
    reason:
      'The node reads the patch baselines that a patch policy of Quick Setup keeps in S3, in this account or in its organization.',
    see: awsPage.patchPolicies,
  }),
] as const;

/** Warns of the deprecated core policy. */
export function warnOfDeprecatedCore(
  scope: Construct,
  ref: References<CoreInputs & Pick<typeof s3Inputs, 'regions' | 's3Buckets'>>,
): void {
  const { corePolicy, directoryService, cloudwatchAgent, regions, s3Buckets } = ref;
  const narrower = listed([regions, s3Buckets, directoryService, cloudwatchAgent], 'or');
  warnUnless(
    scope,
    'core_policy',
    expr`${corePolicy} != ${literal(DEPRECATED_CORE)}`,
    `${DEPRECATED_CORE} is deprecated by AWS and allows reading and writing every S3 bucket; use ${CORE}, and ${narrower} for what it lacks (${awsPage.managedPolicies})`,
    { corePolicy: DEPRECATED_CORE },
  );
}
