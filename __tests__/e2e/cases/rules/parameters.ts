import type { RuleCase } from './rule-case';
import { ACCOUNT, inParameters, ofLength, several } from './rule-case';

const KEY = `arn:aws:kms:us-east-2:${ACCOUNT}:key/a`;
const LONGEST_NAME = 1011;
const LONGEST_POLICY = 6144;

/** What those who write single parameters get. */
const documentFor = (names: readonly string[]): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'Write',
        Effect: 'Allow',
        Action: 'ssm:PutParameter',
        Resource: names.map((name) => `arn:aws:ssm:*:${ACCOUNT}:parameter${name}`),
      },
    ],
  });

/** Names that make that policy so long. */
function namesFor(length: number): string[] {
  const names = ['/1', '/2', '/3', '/4', '/5'].map((name) => ofLength(LONGEST_NAME, name));
  const missing = length - documentFor([...names, '']).length;
  return [...names, ofLength(missing, '/')];
}

const ofWriter = { access: 'write', paths: [] };

/** What parameter-store-access says of parameters. */
export const PARAMETERS: readonly RuleCase[] = [
  inParameters(
    'ParameterPath',
    'paths',
    [['/'], ['/web/eu'], [ofLength(LONGEST_NAME, '/')]],
    [[ofLength(LONGEST_NAME + 1, '/')], ['web'], ['/web/'], ['/web/*'], [null]],
  ),
  inParameters(
    'Parameter',
    'names',
    [['database', '/web/database'], [ofLength(LONGEST_NAME)]],
    [[ofLength(LONGEST_NAME + 1)], ['/'], ['/web/'], ['prod-*'], ['a:1'], [null]],
  ),
  inParameters('ParameterOfAws', 'paths', [['/laws']], [['/aws'], ['/SSM/x']]),
  inParameters('ParameterOfAws', 'names', [['laws']], [['aws-x'], ['/Ssm']]),
  inParameters('Access', 'access', ['read', 'write', 'administer'], ['', 'all', 'Read']),
  inParameters('KmsKeyArn', 'kms_key_arns', [[KEY]], [['alias/a'], [null]]),
  several(inParameters('NoParameters', 'names', [['database']], [[]], { paths: [] })),
  several(inParameters('RootPath', 'paths', [['/'], ['/a', '/b']], [['/', '/a']])),
  several(inParameters('RootPath', 'names', [[]], [['database']], { paths: ['/'] })),
  several(
    inParameters('HistoryOfWriter', 'access', ['read', 'administer'], ['write'], { history: true }),
  ),
  several(inParameters('HistoryOfWriter', 'history', [false], [], { access: 'write' })),
  several(inParameters('ArnPartition', 'kms_key_arns', [], [[KEY.replace('aws', 'aws-cn'), KEY]])),
  several(
    inParameters(
      'PolicySize',
      'names',
      [namesFor(LONGEST_POLICY)],
      [namesFor(LONGEST_POLICY + 1)],
      ofWriter,
    ),
  ),
];
