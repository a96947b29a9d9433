import { expr, literal } from '../../generator/expression';
import type { Requirement } from '../../generator/requirements';
import { arnPartition } from '../iam/caller-arns';
import { ACCESS } from './inputs';
import type { inputs } from './inputs';

/** The inputs that hold ARNs. */
export const ARN_INPUTS = ['kmsKeyArns'] as const;

/** IAM takes no statement without a resource. */
export const namesParameters: Requirement<typeof inputs> = {
  code: 'NoParameters',
  about: ['paths', 'names'],
  must: (name) => `${name('paths')} and ${name('names')} must not both be empty`,
  remedy: () => 'name the parameters, or "/" for all',
  refused: { users: ['jane'] },
  accepts: ({ paths, names }) => [paths, names].flat().length > 0,
  condition: (ref) => expr`length(${ref.paths}) + length(${ref.names}) > 0`,
};

/** What stands beside it would look like a limit. */
export const rootAlone: Requirement<typeof inputs> = {
  code: 'RootPath',
  about: ['paths', 'names'],
  must: (name) =>
    `"/" in ${name('paths')} must be the only one in ${name('paths')} and ${name('names')}`,
  remedy: () => 'leave the others out, or leave "/" out',
  refused: { paths: ['/', '/web'], users: ['jane'] },
  accepts: ({ paths, names }) =>
    ![paths].flat().includes('/') || [paths, names].flat().length === 1,
  condition: (ref) =>
    expr`!contains(${ref.paths}, "/") || length(${ref.paths}) + length(${ref.names}) == 1`,
};

/** Who writes does not read, and the history shows the values. */
export const historyOfReaders: Requirement<typeof inputs> = {
  code: 'HistoryOfWriter',
  about: ['history', 'access'],
  must: (name) => `${name('history')} must be false if ${name('access')} is "write"`,
  remedy: (name) => `set ${name('access')} to "administer", or call the module again to read`,
  refused: { history: true, access: ACCESS.write, paths: ['/web'], users: ['jane'] },
  accepts: ({ history, access }) => history !== true || access !== ACCESS.write,
  condition: (ref) => expr`!(${ref.history} && ${ref.access} == ${literal(ACCESS.write)})`,
};

const ofPartition = arnPartition(ARN_INPUTS);

/** What the inputs of this module have to fulfil together. */
export const requirements: readonly Requirement<typeof inputs>[] = [
  namesParameters,
  rootAlone,
  historyOfReaders,
  { ...ofPartition, refused: { ...ofPartition.refused, paths: ['/web'], users: ['jane'] } },
];
