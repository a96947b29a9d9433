import * as cases from '../../../../modules/parameter-store-access/cases';
import { differsFromPage as differs } from '../../../../modules/parameter-store-access/differences';
import { parameterStoreAccess } from '../../../../modules/parameter-store-access/module';
import { ACCOUNT, ownPolicy } from '../account';
import { ofCase } from './guide';
import type { Explained, Page, Procedure } from './guide';

const URL =
  'https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-setting-up.html';

const DESCRIBE = 'grants: Allow ssm:DescribeParameters on *';
const READS = ['GetParameter', 'GetParameters', 'GetParametersByPath'];
const ALL = [...READS, 'PutParameter', 'DeleteParameter', 'DeleteParameters'];
const HISTORY = 'GetParameterHistory';

/** What the page grants, on names that begin alike. */
const printed = (actions: readonly string[], name: string): string[] =>
  actions.map(
    (action) => `grants: Allow ssm:${action} on arn:aws:ssm:us-east-2:${ACCOUNT}:parameter/${name}`,
  );

const arnsOf = (path: string): string[] =>
  ['', '/*'].map((below) => `arn:aws:ssm:*:${ACCOUNT}:parameter${path}${below}`);

/** What the module grants, on a path and below it. */
const below = (actions: readonly string[], path: string): string[] =>
  actions.flatMap((action) => arnsOf(path).map((arn) => `grants: Allow ssm:${action} on ${arn}`));

const onKey = (action: string, id: string, path?: string): string =>
  `grants: Allow kms:${action} on arn:aws:kms:us-east-2:${ACCOUNT}:key/${id}${
    path === undefined
      ? ''
      : ` if StringLike kms:EncryptionContext:PARAMETER_ARN = ${arnsOf(path).join(' or ')}`
  }`;

const attached = (policy: string): string => `attached: ${ownPolicy(policy)}`;

const whys = (...all: readonly { readonly why: string }[]): string =>
  all.map(({ why }) => why).join(' ');

/** With the inputs of the case alone, what is left is left, and what the letter adds is not there. */
function procedure(
  one: Parameters<typeof ofCase>[1],
  subject: Procedure['subject'],
  left: Explained,
  lettered: { readonly page: readonly string[]; readonly module: readonly string[] },
): Omit<Procedure, 'name' | 'scripts' | 'block'> {
  return {
    ...ofCase(parameterStoreAccess, one, {
      page: [...left.page, ...lettered.page],
      module: left.module.filter((line) => !lettered.module.includes(line)),
    }),
    subject,
    left,
  };
}

const NOTHING = { page: [], module: [] };
const WRITER_KEY = '1234abcd-12ab-34cd-56ef-12345EXAMPLE';
const NODE_KEY = '4914ec06-e888-4ea5-a371-5b88eEXAMPLE';

const readers = procedure(
  cases.readers,
  { kind: 'user', name: 'reader' },
  {
    page: printed(['GetParameters'], 'prod-*'),
    module: [attached('ParameterReaders'), ...below(READS, '/prod')],
    why: whys(differs.pathsAndNames, differs.threeReads),
  },
  { page: [DESCRIBE], module: [] },
);

const administrators = procedure(
  cases.administrators,
  { kind: 'user', name: 'administrator' },
  {
    page: printed([...ALL, HISTORY], 'dbserver-prod-*'),
    module: [attached('ParameterAdministrators'), ...below([...ALL, HISTORY], '/dbserver/prod')],
    why: whys(differs.pathsAndNames),
  },
  { page: [DESCRIBE], module: below([HISTORY], '/dbserver/prod') },
);

const writers = procedure(
  cases.writers,
  { kind: 'user', name: 'writer' },
  {
    page: [
      ...printed(['PutParameter', 'GetParameter', 'GetParameters'], 'prod-*'),
      ...['Decrypt', 'Encrypt', 'GenerateDataKey'].map((action) => onKey(action, WRITER_KEY)),
    ],
    module: [
      attached('ParameterWriters'),
      ...below(['PutParameter'], '/prod'),
      ...['Encrypt', 'GenerateDataKey'].map((action) => onKey(action, WRITER_KEY, '/prod')),
    ],
    why: whys(differs.pathsAndNames, differs.writeOnly, differs.keyForParameters),
  },
  NOTHING,
);

const nodes = procedure(
  cases.nodes,
  { kind: 'role', name: 'Nodes' },
  {
    page: [...printed(['GetParameters'], 'prod-*'), onKey('Decrypt', NODE_KEY)],
    module: [
      attached('NodeParameters'),
      ...below(READS, '/prod'),
      onKey('Decrypt', NODE_KEY, '/prod'),
    ],
    why: whys(differs.pathsAndNames, differs.threeReads, differs.keyForParameters),
  },
  NOTHING,
);

export const page: Page = {
  folder: 'parameter-store',
  title: 'Setting up Parameter Store',
  url: URL,
  today: URL,
  mended: [
    'The page names no user, role or policy: reader, administrator, writer and Nodes are ours.',
    'The module takes paths instead of names that begin alike: `/prod` stands for `prod-*`, and `/dbserver/prod` for `dbserver-prod-*`.',
  ],
  given: 'given.sh',
  procedures: [
    {
      ...readers,
      name: 'Parameter Store: readers',
      scripts: ['readers.console.sh'],
      block: 'parameter_readers',
    },
    {
      ...administrators,
      name: 'Parameter Store: administrators',
      scripts: ['administrators.console.sh'],
      block: 'parameter_administrators',
    },
    {
      ...writers,
      name: 'Parameter Store: SecureString parameters',
      scripts: ['writers.console.sh'],
      block: 'parameter_writers',
    },
    {
      ...nodes,
      name: 'Parameter Store: nodes',
      scripts: ['nodes.console.sh'],
      block: 'node_parameters',
    },
  ],
};
