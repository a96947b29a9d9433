import type { Requirement } from '../../generator/requirements';
import type { inputs } from './inputs';

/** Either a role is made or an existing one is named; never both, never neither. */
export const oneRole: Requirement<typeof inputs> = {
  code: 'OneRole',
  about: ['createRole', 'existingRoleName'],
  message: (name, got) =>
    `${name('existingRoleName')} must be given exactly if ${name('createRole')} is false, got ${got('existingRoleName')} with ${name('createRole')} ${got('createRole')}; name the role that exists, or let one be made`,
  accepts: ({ createRole, existingRoleName }) => createRole === (existingRoleName === null),
  condition: (ref) => `${ref.createRole} == (${ref.existingRoleName} == null)`,
};
