import type { Precondition } from 'cdktf';
import type { Construct } from 'constructs';
import { warnUnless } from '../../generator/blocks';
import { hcl } from '../../generator/hcl';
import { input } from '../../generator/inputs';
import type { References } from '../../generator/inputs';
import { oneOf } from '../../generator/rules';
import * as type from '../../generator/types';
import { awsPage } from './aws-pages';
import type { ManagedPolicy } from './managed-policies';
import { attachManagedPolicies } from './role-policies';
import type { ManagedAttachments } from './role-policies';

const CORE: ManagedPolicy = 'AmazonSSMManagedInstanceCore';
const DEPRECATED_CORE: ManagedPolicy = 'AmazonEC2RoleforSSM';
const DIRECTORY_SERVICE: ManagedPolicy = 'AmazonSSMDirectoryServiceAccess';
const CLOUDWATCH_AGENT: ManagedPolicy = 'CloudWatchAgentServerPolicy';

/** What any managed node may need, in EC2 or outside. */
export const corePermissionInputs = {
  corePolicy: input.withDefault(type.string, CORE, {
    description: `AWS managed policy that lets SSM Agent work: \`${CORE}\`, or the deprecated and far wider \`${DEPRECATED_CORE}\`.`,
    rules: [oneOf([CORE, DEPRECATED_CORE], { code: 'CorePolicy', see: awsPage.managedPolicies })],
    samples: [{ value: DEPRECATED_CORE }],
  }),
  directoryService: input.withDefault(type.bool, false, {
    description: `Attach ${DIRECTORY_SERVICE}, for nodes that join a Microsoft AD directory.`,
  }),
  cloudwatchAgent: input.withDefault(type.bool, false, {
    description: `Attach ${CLOUDWATCH_AGENT}, for nodes that run the CloudWatch agent.`,
  }),
};

/** Condition of the one core attachment that there always is. */
export const coreAttachment = (ref: References<typeof corePermissionInputs>): string =>
  `each.key == ${ref.corePolicy}`;

/** Expression of how many of these policies are attached. */
export const coreCount = (ref: References<typeof corePermissionInputs>): string =>
  `1 + (${ref.directoryService} ? 1 : 0) + (${ref.cloudwatchAgent} ? 1 : 0)`;

/**
 * Attaches what the inputs ask for and warns of the deprecated core policy.
 */
export function attachCorePermissions(
  scope: Construct,
  ref: References<typeof corePermissionInputs>,
  role: string,
  partition: string,
  preconditions: Precondition[],
): ManagedAttachments {
  warnUnless(
    scope,
    'core_policy',
    `${ref.corePolicy} != "${DEPRECATED_CORE}"`,
    `${DEPRECATED_CORE} is deprecated by AWS and allows reading and writing every S3 bucket; use ${CORE}, and regions, s3_buckets, directory_service or cloudwatch_agent for what it lacks (${awsPage.managedPolicies})`,
    { corePolicy: DEPRECATED_CORE },
  );
  const names = hcl`concat([${ref.corePolicy}],
    ${ref.directoryService} ? ["${DIRECTORY_SERVICE}"] : [],
    ${ref.cloudwatchAgent} ? ["${CLOUDWATCH_AGENT}"] : [])`;
  const known = [CORE, DEPRECATED_CORE, DIRECTORY_SERVICE, CLOUDWATCH_AGENT] as const;
  return attachManagedPolicies(scope, role, partition, names, known, preconditions);
}
