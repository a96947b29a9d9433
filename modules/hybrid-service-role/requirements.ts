import { expr, text } from '../../generator/expression';
import type { Requirement } from '../../generator/requirements';
import { nodeRequirements } from '../iam/node-permissions';
import type { inputs } from './inputs';

const LONGEST_ACTIVATION_ROLE = 64;

/**
 * CreateActivation takes path and name in a field that is no longer than a
 * role's name alone, so a role that IAM makes may still be of no use.
 *
 * @see https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_CreateActivation.html
 */
export const activationRoleName: Requirement<typeof inputs> = {
  code: 'ActivationRoleName',
  about: ['path', 'roleName'],
  must: (name) =>
    `${name('path')} and ${name('roleName')} must be at most ${LONGEST_ACTIVATION_ROLE} characters together, without the leading "/"`,
  remedy: () => 'shorten one, since an activation accepts no more',
  refused: { path: '/service-role/', roleName: 'SSMServiceRole'.padEnd(52, '-') },
  accepts: ({ path, roleName }) =>
    `${path as string}${roleName as string}`.length - 1 <= LONGEST_ACTIVATION_ROLE,
  condition: (ref) =>
    expr`length(${text`${ref.path}${ref.roleName}`}) - 1 <= ${LONGEST_ACTIVATION_ROLE}`,
};

/** What the inputs of this module have to fulfil together. */
export const requirements: readonly Requirement<typeof inputs>[] = [
  activationRoleName,
  ...nodeRequirements,
];
