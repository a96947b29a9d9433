import { expr } from '../../generator/expression';
import type { Requirement } from '../../generator/requirements';
import { arnPartition } from '../iam/caller-arns';
import type { inputs } from './inputs';

/** The inputs that hold ARNs. */
export const ARN_INPUTS = ['automationRoleArn'] as const;

/** A policy that nobody has would look like access and give none. */
export const somebody: Requirement<typeof inputs> = {
  code: 'NoPrincipal',
  about: ['users', 'groups', 'roles'],
  must: (name) => `${name('users')}, ${name('groups')} and ${name('roles')} must not all be empty`,
  remedy: () => 'name who may run automations',
  refused: {},
  accepts: ({ users, groups, roles }) => [users, groups, roles].flat().length > 0,
  condition: (ref) => expr`length(${ref.users}) + length(${ref.groups}) + length(${ref.roles}) > 0`,
};

const ofPartition = arnPartition(ARN_INPUTS);

/** What the inputs of this module have to fulfil together. */
export const requirements: readonly Requirement<typeof inputs>[] = [
  somebody,
  { ...ofPartition, refused: { ...ofPartition.refused, users: ['joe'] } },
];
