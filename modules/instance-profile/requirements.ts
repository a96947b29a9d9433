import { expr } from '../../generator/expression';
import type { Requirement } from '../../generator/requirements';
import { nodeRequirements } from '../iam/node-permissions';
import type { inputs } from './inputs';

type InstanceProfileRequirement = Requirement<typeof inputs>;

/** Either a role is made or an existing one is named; never both, never neither. */
export const oneRole: InstanceProfileRequirement = {
  code: 'OneRole',
  about: ['createRole', 'existingRoleName'],
  must: (name) =>
    `${name('existingRoleName')} must be set if ${name('createRole')} is false, and only then`,
  remedy: (name) => `name the existing role, or set ${name('createRole')} to true`,
  refused: { createRole: false },
  accepts: ({ createRole, existingRoleName }) => createRole === (existingRoleName === null),
  condition: (ref) => expr`${ref.createRole} == (${ref.existingRoleName} == null)`,
};

/** What an existing role would not get; silence would look like having it. */
export const newRoleOnly: InstanceProfileRequirement = {
  code: 'NewRoleOnly',
  about: ['createRole', 'permissionsBoundary', 'trustedServices'],
  must: (name) =>
    `${name('permissionsBoundary')} and ${name('trustedServices')} must be left out if ${name('createRole')} is false`,
  remedy: () => 'set them where the role is created',
  refused: {
    createRole: false,
    existingRoleName: 'ExistingRole',
    trustedServices: ['events.amazonaws.com'],
  },
  accepts: ({ createRole, permissionsBoundary, trustedServices }) =>
    createRole === true ||
    (permissionsBoundary === null && (trustedServices as string[]).length === 0),
  condition: (ref) =>
    expr`${ref.createRole} || (${ref.permissionsBoundary} == null && length(${ref.trustedServices}) == 0)`,
};

/** What the inputs of this module have to fulfil together. */
export const requirements: readonly InstanceProfileRequirement[] = [
  oneRole,
  newRoleOnly,
  ...nodeRequirements,
];
