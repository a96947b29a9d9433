import type { Requirement } from '../../generator/requirements';
import type { inputs } from './inputs';

/** Only a role that is made here can be given a boundary; silence would look like one. */
export const boundaryNeedsRole: Requirement<typeof inputs> = {
  code: 'BoundaryWithoutRole',
  about: ['createRole', 'permissionsBoundary'],
  message: (name, got) =>
    `${name('permissionsBoundary')} must be null if ${name('createRole')} is false, got ${got('permissionsBoundary')}; set the boundary where the role is made`,
  accepts: ({ createRole, permissionsBoundary }) =>
    createRole === true || permissionsBoundary === null,
  condition: (ref) => `${ref.createRole} || ${ref.permissionsBoundary} == null`,
};

/** Either a role is made or an existing one is named; never both, never neither. */
export const oneRole: Requirement<typeof inputs> = {
  code: 'OneRole',
  about: ['createRole', 'existingRoleName'],
  message: (name, got) =>
    `${name('existingRoleName')} must be given exactly if ${name('createRole')} is false, got ${got('existingRoleName')} with ${name('createRole')} ${got('createRole')}; name the role that exists, or let one be made`,
  accepts: ({ createRole, existingRoleName }) => createRole === (existingRoleName === null),
  condition: (ref) => `${ref.createRole} == (${ref.existingRoleName} == null)`,
};
