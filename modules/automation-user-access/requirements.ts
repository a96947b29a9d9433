import { expr, literal } from '../../generator/expression';
import type { Requirement } from '../../generator/requirements';
import { arnPartition } from '../iam/caller-arns';
import { ACCESS } from './inputs';
import type { inputs } from './inputs';

/** The inputs that hold ARNs. */
export const ARN_INPUTS = ['automationRoleArn'] as const;

/** A list of runbooks that limits nothing would look like a limit. */
export const limitsSomething: Requirement<typeof inputs> = {
  code: 'DocumentsUnused',
  about: ['documents', 'access'],
  must: (name) => `${name('documents')} must be empty unless ${name('access')} is "automation"`,
  remedy: () => 'leave them out, or choose that access',
  refused: { documents: ['AWS-RestartEC2Instance'], access: ACCESS.full, users: ['jane'] },
  accepts: ({ documents, access }) =>
    access === ACCESS.automation || [documents].flat().length === 0,
  condition: (ref) =>
    expr`${ref.access} == ${literal(ACCESS.automation)} || length(${ref.documents}) == 0`,
};

const ofPartition = arnPartition(ARN_INPUTS);

/** What the inputs of this module have to fulfil together. */
export const requirements: readonly Requirement<typeof inputs>[] = [
  limitsSomething,
  { ...ofPartition, refused: { ...ofPartition.refused, users: ['jane'] } },
];
