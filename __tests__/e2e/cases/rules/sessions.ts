import type { RuleCase } from './rule-case';
import { ACCOUNT, inModule, ofLength, ruleOf } from './rule-case';

const MODULE = 'session-manager-user-access';
const KEY = `arn:aws:kms:us-east-2:${ACCOUNT}:key/a`;
const TAGS = { instance_tags: { Team: 'web' } };
const IDS = { instance_ids: ['i-02573cafcfEXAMPLE'] };
const PEOPLE = { users: ['jane'] };

const inSessions = inModule(MODULE, { ...PEOPLE, ...TAGS });
const inNamed = inModule(MODULE, PEOPLE);

const together = (code: string, good: readonly object[], bad: readonly object[]): RuleCase => {
  const toPeople = (inputs: object): object => ({ ...PEOPLE, ...inputs });
  return ruleOf(MODULE, code, { good: good.map(toPeople), bad: bad.map(toPeople) });
};

/** Documents with names as long as they get. */
const documents = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => ofLength(128, `Document-${10 + i}-`));

/** What people name who start sessions. */
export const SESSIONS: readonly RuleCase[] = [
  inNamed('NodeId', 'instance_ids', {
    good: [['i-1234abcd', 'i-02573cafcfEXAMPLE', 'mi-02573cafcfEXAMPLE']],
    bad: [['*'], ['i-*'], ['mi-1234abcd'], ['i-02573cafcfEXAMPL'], ['i-02573cafcfEXAMPLE', null]],
  }),
  inNamed('ComparedTags', 'instance_tags', {
    good: [{ 'aws:x': 'é 1_.:/=+-@', Team: '' }],
    bad: [
      { Team: '*' },
      { 'a?': '' },
      { Team: '$${x}' },
      { '': 'web' },
      { Team: null },
      { Team: 'กำ' },
    ],
  }),
  inSessions('RegionName', 'regions', {
    good: [[], ['us-east-2', 'us-gov-west-1']],
    bad: [['*'], ['us-*-2'], ['us-east'], [null]],
  }),
  inSessions('DocumentName', 'documents', {
    good: [[], ['abc']],
    bad: [['AWS-*'], ['ab'], [null]],
  }),
  inSessions('KmsKeyArn', 'kms_key_arns', { good: [[KEY]], bad: [['*'], [`${KEY}*`], [null]] }),
  inSessions('OwnSessions', 'own_sessions', {
    good: ['any-identity', 'iam-user'],
    bad: ['', 'all'],
  }),
  inSessions('ArnPartition', 'kms_key_arns', { bad: [[KEY.replace('arn:aws:', 'arn:aws-cn:')]] }),
  inSessions('PolicySize', 'documents', { good: [documents(8)], bad: [documents(16)] }),
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
