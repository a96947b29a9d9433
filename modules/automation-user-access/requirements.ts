import type { Requirement } from '../../generator/requirements';
import type { inputs } from './inputs';

/** A policy that nobody has would look like access and give none. */
export const somebody: Requirement<typeof inputs> = {
  code: 'NoPrincipal',
  about: ['users', 'groups', 'roles'],
  message: (name) =>
    `${name('users')}, ${name('groups')} and ${name('roles')} must name at least one principal in all, got none; name who may run automations`,
  accepts: ({ users, groups, roles }) => [users, groups, roles].flat().length > 0,
  condition: (ref) => `length(${ref.users}) + length(${ref.groups}) + length(${ref.roles}) > 0`,
};

/** What the inputs of this module have to fulfil together. */
export const requirements: readonly Requirement<typeof inputs>[] = [somebody];
