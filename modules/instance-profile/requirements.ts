import { quote } from '../../generator/hcl';
import type { Requirement } from '../../generator/requirements';
import { nodeRequirements } from '../iam/node-permissions';
import { inputs } from './inputs';

type InstanceProfileRequirement = Requirement<typeof inputs>;

/** Either a role is made or an existing one is named; never both, never neither. */
const oneRole: InstanceProfileRequirement = {
  code: 'OneRole',
  about: ['createRole', 'existingRoleName'],
  message: (name, got) =>
    `${name('existingRoleName')} must be given exactly if ${name('createRole')} is false, got ${got('existingRoleName')} with ${name('createRole')} ${got('createRole')}; name the role that exists, or let one be made`,
  accepts: ({ createRole, existingRoleName }) => createRole === (existingRoleName === null),
  condition: (ref) => `${ref.createRole} == (${ref.existingRoleName} == null)`,
};

/** What only a role that is made here can be given; silence would look like having it. */
const NEW_ROLE_ONLY = [
  'roleName',
  'description',
  'permissionsBoundary',
  'maxSessionDuration',
  'forceDetachPolicies',
  'exclusivePolicies',
] as const;

function newRoleOnly(input: (typeof NEW_ROLE_ONLY)[number]): InstanceProfileRequirement {
  const unset = inputs[input].default ?? null;
  const literal = typeof unset === 'string' ? quote(unset) : String(unset);
  return {
    code: 'NewRoleOnly',
    about: ['createRole', input],
    message: (name, got) =>
      `${name(input)} must be left out if ${name('createRole')} is false, got ${got(input)}; set it where the role is made`,
    accepts: (values) => values.createRole === true || values[input] === unset,
    condition: (ref) => `${ref.createRole} || ${ref[input]} == ${literal}`,
  };
}

/** What the inputs about the role have to fulfil together. */
export const roleRequirements = [oneRole, ...NEW_ROLE_ONLY.map(newRoleOnly)];

/** What the inputs of this module have to fulfil together. */
export const requirements: readonly Requirement<typeof inputs>[] = [
  ...roleRequirements,
  ...nodeRequirements,
];
