import type { Precondition } from 'cdktf';
import type { Construct } from 'constructs';
import { warnUnless } from '../../generator/blocks';
import { expr, listed, literal } from '../../generator/expression';
import type { Expr } from '../../generator/expression';
import { input } from '../../generator/inputs';
import type { References } from '../../generator/inputs';
import { oneOf } from '../../generator/rules';
import * as type from '../../generator/types';
import { awsPage } from './aws-pages';
import type { ManagedPolicy } from './managed-policies';
import type { ManagedPolicies } from './role-policies';
import type { s3Inputs } from './s3-inputs';

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

type CoreInputs = typeof corePermissionInputs;

/** Condition of the one core attachment that there always is. */
export const coreAttachment = (ref: References<CoreInputs>): Expr<boolean> =>
  expr`each.key == ${ref.corePolicy}`;

/** How many of these policies are attached. */
export const coreCount = (ref: References<CoreInputs>): Expr<number> =>
  expr`1 + (${ref.directoryService} ? 1 : 0) + (${ref.cloudwatchAgent} ? 1 : 0)`;

/** The policies that the inputs ask for; warns of the deprecated core policy. */
export function corePolicies(
  scope: Construct,
  ref: References<CoreInputs & Pick<typeof s3Inputs, 'regions' | 's3Buckets'>>,
  preconditions: readonly Precondition[],
): ManagedPolicies {
  const { corePolicy, directoryService, cloudwatchAgent, regions, s3Buckets } = ref;
  const narrower = listed([regions, s3Buckets, directoryService, cloudwatchAgent], 'or');
  warnUnless(
    scope,
    'core_policy',
    expr`${corePolicy} != ${literal(DEPRECATED_CORE)}`,
    `${DEPRECATED_CORE} is deprecated by AWS and allows reading and writing every S3 bucket; use ${CORE}, and ${narrower} for what it lacks (${awsPage.managedPolicies})`,
    { corePolicy: DEPRECATED_CORE },
  );
  const names = expr<readonly string[]>`concat([${corePolicy}],
    ${directoryService} ? ${literal([DIRECTORY_SERVICE])} : [],
    ${cloudwatchAgent} ? ${literal([CLOUDWATCH_AGENT])} : [])`;
  const known = [CORE, DEPRECATED_CORE, DIRECTORY_SERVICE, CLOUDWATCH_AGENT] as const;
  return { names, known, preconditions };
}
