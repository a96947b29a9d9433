import { allowAs, written } from '../statements';
import type { RuleCase } from './rule-case';
import { ACCOUNT, inParameters, ofLength } from './rule-case';

const KEY = `arn:aws:kms:us-east-2:${ACCOUNT}:key/a`;
const LONGEST_NAME = 1011;
const LONGEST_POLICY = 6144;

/** What those who write single parameters get. */
const documentFor = (names: readonly string[]): string => {
  const parameters = names.map((name) => `arn:aws:ssm:*:${ACCOUNT}:parameter${name}`);
  return written(allowAs('Write', 'ssm:PutParameter', parameters));
};

/** Names that make that policy so long. */
function namesFor(length: number): string[] {
  const names = ['/1', '/2', '/3', '/4', '/5'].map((name) => ofLength(LONGEST_NAME, name));
  const missing = length - documentFor([...names, '']).length;
  return [...names, ofLength(missing, '/')];
}

const ofWriter = { access: 'write', paths: [] };

/** What parameter-store-access says of parameters. */
export const PARAMETERS: readonly RuleCase[] = [
  inParameters('ParameterPath', 'paths', {
    good: [['/'], ['/web/eu'], [ofLength(LONGEST_NAME, '/')]],
    bad: [[ofLength(LONGEST_NAME + 1, '/')], ['web'], ['/web/'], ['/web/*'], [null]],
  }),
  inParameters('Parameter', 'names', {
    good: [['database', '/web/database'], [ofLength(LONGEST_NAME)]],
    bad: [[ofLength(LONGEST_NAME + 1)], ['/'], ['/web/'], ['prod-*'], ['a:1'], [null]],
  }),
  inParameters('ParameterOfAws', 'paths', { good: [['/laws']], bad: [['/aws'], ['/SSM/x']] }),
  inParameters('ParameterOfAws', 'names', { good: [['laws']], bad: [['aws-x'], ['/Ssm']] }),
  inParameters('Access', 'access', {
    good: ['read', 'write', 'administer'],
    bad: ['', 'all', 'Read'],
  }),
  inParameters('KmsKeyArn', 'kms_key_arns', { good: [[KEY]], bad: [['alias/a'], [null]] }),
  inParameters('NoParameters', 'names', { good: [['database']], bad: [[]], beside: { paths: [] } }),
  inParameters('RootPath', 'paths', { good: [['/'], ['/a', '/b']], bad: [['/', '/a']] }),
  inParameters('RootPath', 'names', { good: [[]], bad: [['database']], beside: { paths: ['/'] } }),
  inParameters('HistoryOfWriter', 'access', {
    good: ['read', 'administer'],
    bad: ['write'],
    beside: { history: true },
  }),
  inParameters('HistoryOfWriter', 'history', { good: [false], beside: { access: 'write' } }),
  inParameters('ArnPartition', 'kms_key_arns', { bad: [[KEY.replace('aws', 'aws-cn'), KEY]] }),
  inParameters('PolicySize', 'names', {
    good: [namesFor(LONGEST_POLICY)],
    bad: [namesFor(LONGEST_POLICY + 1)],
    beside: ofWriter,
  }),
];
