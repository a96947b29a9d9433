import { expr, literal } from '../../generator/expression';
import type { Requirement } from '../../generator/requirements';
import { awsPolicyPath } from '../iam/aws-policies';
import { arnPartition } from '../iam/caller-arns';
import { SAMPLE_DOCUMENT } from '../iam/examples';
import type { inputs } from './inputs';

/** Name of the inline policy that the module writes. */
export const OWN_INLINE_POLICY = 'SSMAutomationPermissions';

/** The inputs that hold ARNs. */
export const ARN_INPUTS = [
  'additionalPolicyArns',
  'permissionsBoundary',
  'lambdaFunctionArns',
  'passRoleArns',
] as const;

/** Two inline policies of one name would overwrite each other at every apply. */
export const ownInlinePolicyNameIsFree: Requirement<typeof inputs> = {
  code: 'InlinePolicyName',
  about: ['inlinePolicies'],
  must: (name) =>
    `${name('inlinePolicies')} must not hold a policy named "${OWN_INLINE_POLICY}", which the module writes itself`,
  remedy: () => 'choose another name',
  refused: { inlinePolicies: { [OWN_INLINE_POLICY]: SAMPLE_DOCUMENT } },
  accepts: ({ inlinePolicies }) =>
    !Object.keys(inlinePolicies as object).includes(OWN_INLINE_POLICY),
  condition: (ref) => expr`!contains(keys(${ref.inlinePolicies}), ${literal(OWN_INLINE_POLICY)})`,
};

/** What the inputs of this module have to fulfil together. */
export const requirements: readonly Requirement<typeof inputs>[] = [
  ownInlinePolicyNameIsFree,
  arnPartition(ARN_INPUTS),
  awsPolicyPath(),
];
