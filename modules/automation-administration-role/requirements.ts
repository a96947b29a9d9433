import type { Requirement } from '../../generator/requirements';
import { awsPolicyPath } from '../iam/aws-policies';
import { arnPartition } from '../iam/caller-arns';
import { inlinePolicyNameIsFree } from '../iam/inline-policies';
import type { inputs } from './inputs';

/** Name of the inline policy that the module writes, as AWS's template has it. */
export const OWN_INLINE_POLICY = 'AssumeRole-AWSSystemsManagerAutomationExecutionRole';

/** The inputs that hold ARNs. */
export const ARN_INPUTS = ['additionalPolicyArns', 'permissionsBoundary'] as const;

/** What the inputs of this module have to fulfil together. */
export const requirements: readonly Requirement<typeof inputs>[] = [
  inlinePolicyNameIsFree(OWN_INLINE_POLICY),
  arnPartition(ARN_INPUTS),
  awsPolicyPath(),
];
