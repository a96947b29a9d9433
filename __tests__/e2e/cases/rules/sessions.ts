import type { RuleCase } from './rule-case';
import { ACCOUNT, inModule, ofLength, several } from './rule-case';

const MODULE = 'session-manager-user-access';
const KEY = `arn:aws:kms:us-east-2:${ACCOUNT}:key/a`;
const TAGS = { instance_tags: { Team: 'web' } };
const IDS = { instance_ids: ['i-02573cafcfEXAMPLE'] };
const PEOPLE = { users: ['jane'] };

const inSessions = inModule(MODULE, { ...PEOPLE, ...TAGS });
const inNamed = inModule(MODULE, PEOPLE);

const together = (code: string, good: readonly object[], bad: readonly object[]): RuleCase => ({
  ...several({ code, module: MODULE, good, bad }),
  good: good.map((inputs) => ({ ...PEOPLE, ...inputs })),
  bad: bad.map((inputs) => ({ ...PEOPLE, ...inputs })),
});

/** Documents with names as long as they get. */
const documents = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => ofLength(128, `Document-${10 + i}-`));

/** What people name who start sessions. */
export const SESSIONS: readonly RuleCase[] = [
  inNamed(
    'NodeId',
    'instance_ids',
    [['i-1234abcd', 'i-02573cafcfEXAMPLE', 'mi-02573cafcfEXAMPLE']],
    [['*'], ['i-*'], ['mi-1234abcd'], ['i-02573cafcfEXAMPL'], ['i-02573cafcfEXAMPLE', null]],
  ),
  inNamed(
    'ComparedTags',
    'instance_tags',
    [{ 'aws:x': 'é 1_.:/=+-@', Team: '' }],
    [{ Team: '*' }, { 'a?': '' }, { Team: '$${x}' }, { '': 'web' }, { Team: null }, { Team: 'กำ' }],
  ),
  inSessions(
    'RegionName',
    'regions',
    [[], ['us-east-2', 'us-gov-west-1']],
    [['*'], ['us-*-2'], ['us-east'], [null]],
  ),
  inSessions('DocumentName', 'documents', [[], ['abc']], [['AWS-*'], ['ab'], [null]]),
  inSessions('KmsKeyArn', 'kms_key_arns', [[KEY]], [['*'], [`${KEY}*`], [null]]),
  inSessions('OwnSessions', 'own_sessions', ['any-identity', 'iam-user'], ['', 'all']),
  several(
    inSessions('ArnPartition', 'kms_key_arns', [], [[KEY.replace('arn:aws:', 'arn:aws-cn:')]]),
  ),
  several(inSessions('PolicySize', 'documents', [documents(8)], [documents(16)])),
  together('NoNodes', [TAGS, IDS, { administrator: true }], [{}, { regions: ['us-east-2'] }]),
  together(
    'TagsAndIds',
    [{ ...IDS, instance_tags: {} }],
    [
      { ...TAGS, ...IDS },
      { ...TAGS, ...IDS, administrator: true },
    ],
  ),
  together(
    'OwnSessionsOfRoles',
    [
      { ...TAGS, own_sessions: 'iam-user' },
      { ...TAGS, roles: ['Operator'] },
    ],
    [{ ...TAGS, own_sessions: 'iam-user', roles: ['Operator'] }],
  ),
  together(
    'RegionsOfIds',
    [
      { ...TAGS, regions: ['us-east-2'] },
      { administrator: true, regions: ['us-east-2'] },
    ],
    [{ ...IDS, regions: ['us-east-2'] }],
  ),
];
