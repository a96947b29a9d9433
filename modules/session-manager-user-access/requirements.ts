import { expr, literal } from '../../generator/expression';
import type { Requirement } from '../../generator/requirements';
import { arnPartition } from '../iam/caller-arns';
import { OWN } from './inputs';
import type { inputs } from './inputs';

type Own = Requirement<typeof inputs>;

/** The inputs that hold ARNs. */
export const ARN_INPUTS = ['kmsKeyArns'] as const;

const NODES = { instanceIds: ['i-02573cafcfEXAMPLE'], users: ['jane'] };

const count = (collection: unknown): number => Object.keys(collection as object).length;

/** Without a choice, everybody would get all nodes or none. */
export const someNodes: Own = {
  code: 'NoNodes',
  about: ['instanceTags', 'instanceIds', 'administrator'],
  must: (name) =>
    `${name('instanceTags')} and ${name('instanceIds')} must not both be empty unless ${name('administrator')} is true`,
  remedy: () => 'name the nodes by tags or by IDs',
  refused: { users: ['jane'] },
  accepts: ({ instanceTags, instanceIds, administrator }) =>
    administrator === true || count(instanceTags) + count(instanceIds) > 0,
  condition: (ref) =>
    expr`${ref.administrator} || length(${ref.instanceTags}) + length(${ref.instanceIds}) > 0`,
};

/** Both would add up, where a caller may think that both have to fit. */
export const tagsOrIds: Own = {
  code: 'TagsAndIds',
  about: ['instanceTags', 'instanceIds'],
  must: (name) => `${name('instanceTags')} and ${name('instanceIds')} must not both be set`,
  remedy: () => 'call the module twice to allow both',
  refused: { ...NODES, instanceTags: { Team: 'web' } },
  accepts: ({ instanceTags, instanceIds }) => count(instanceTags) === 0 || count(instanceIds) === 0,
  condition: (ref) => expr`length(${ref.instanceTags}) == 0 || length(${ref.instanceIds}) == 0`,
};

/** A list of regions that limits nothing would look like a limit. */
export const regionsLimit: Own = {
  code: 'RegionsOfIds',
  about: ['regions', 'instanceIds'],
  must: (name) =>
    `${name('regions')} must be empty if ${name('instanceIds')} is not: an ID is in one region only`,
  remedy: () => 'leave the regions out',
  refused: { ...NODES, regions: ['us-east-2'] },
  accepts: ({ regions, instanceIds }) => count(regions) === 0 || count(instanceIds) === 0,
  condition: (ref) => expr`length(${ref.regions}) == 0 || length(${ref.instanceIds}) == 0`,
};

/** A role has no user name: its sessions would match nothing. */
export const userNamesOfUsers: Own = {
  code: 'OwnSessionsOfRoles',
  about: ['ownSessions', 'roles'],
  must: (name) =>
    `${name('roles')} must be empty if ${name('ownSessions')} is "${OWN.iamUser}": a role has no user name`,
  remedy: (name) => `leave ${name('ownSessions')} out`,
  refused: { ...NODES, ownSessions: OWN.iamUser, roles: ['Operator'] },
  accepts: ({ ownSessions, roles }) => ownSessions !== OWN.iamUser || count(roles) === 0,
  condition: (ref) =>
    expr`${ref.ownSessions} != ${literal(OWN.iamUser)} || length(${ref.roles}) == 0`,
};

const ofPartition = arnPartition(ARN_INPUTS);

/** What the inputs of this module have to fulfil together. */
export const requirements: readonly Own[] = [
  someNodes,
  tagsOrIds,
  regionsLimit,
  userNamesOfUsers,
  { ...ofPartition, refused: { ...ofPartition.refused, ...NODES } },
];
