import type { Requirement } from '../../generator/requirements';
import { awsPolicyPath } from '../iam/aws-policies';
import { arnPartition } from '../iam/caller-arns';
import type { inputs } from './inputs';

/** The inputs that hold ARNs. */
export const ARN_INPUTS = ['additionalPolicyArns', 'permissionsBoundary'] as const;

/** What the inputs of this module have to fulfil together. */
export const requirements: readonly Requirement<typeof inputs>[] = [
  arnPartition(ARN_INPUTS),
  awsPolicyPath(),
];
