import type { Requirement } from '../../generator/requirements';
import { arnPartition } from '../iam/caller-arns';
import type { inputs } from './inputs';

/** The inputs that hold ARNs. */
export const ARN_INPUTS = ['maintenanceWindowRoleArn'] as const;

const ofPartition = arnPartition(ARN_INPUTS);

/** What the inputs of this module have to fulfil together. */
export const requirements: readonly Requirement<typeof inputs>[] = [
  { ...ofPartition, refused: { ...ofPartition.refused, users: ['jane'] } },
];
