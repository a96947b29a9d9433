import { unmet } from '../../generator/requirements';
import { SessionManagerUserAccess } from '../../modules/session-manager-user-access/construct';
import { inputs } from '../../modules/session-manager-user-access/inputs';
import { requirements } from '../../modules/session-manager-user-access/requirements';
import { emittedStack } from '../fixtures/emitted-stack';
import { ruleOf } from '../fixtures/rule-of';
import { temporaryFolders } from '../fixtures/temporary-folder';

const newFolder = temporaryFolders();
const TAGS = { Team: 'web' };
const IDS = ['i-02573cafcfEXAMPLE'];

test.each([
  [{}, '[NoNodes]'],
  [{ instanceTags: TAGS, instanceIds: IDS }, '[TagsAndIds]'],
  [{ instanceIds: IDS, regions: ['us-east-2'] }, '[RegionsOfIds]'],
  [{ instanceTags: { Team: '*' } }, '[ComparedTags]'],
  [{ instanceIds: ['*'] }, '[NodeId]'],
  [{ instanceTags: TAGS, regions: ['*'] }, '[RegionName]'],
  [{ instanceTags: TAGS, documents: ['AWS-*'] }, '[DocumentName]'],
  [{ instanceTags: TAGS, ownSessions: 'all' }, '[OwnSessions]'],
  [{ instanceTags: TAGS, kmsKeyArns: ['*'] }, '[KmsKeyArn]'],
])('a mistake in %j is refused', (props, code) => {
  expect(() =>
    emittedStack(newFolder(), (stack) => new SessionManagerUserAccess(stack, 'sessions', props)),
  ).toThrow(code);
});

describe('inputs', () => {
  test.each([
    ['i-02573cafcfEXAMPLE', true],
    ['i-1234abcd', true],
    ['mi-02573cafcfEXAMPLE', true],
    ['mi-1234abcd', false],
    ['i-02573cafcfEXAMPL', false],
    ['i-02573cafcfEXAMPLE*', false],
    ['arn:aws:ec2:us-east-2:123456789012:instance/i-1234abcd', false],
  ])('whether %s is the ID of a node: %j', (id, verdict) => {
    expect(ruleOf(inputs.instanceIds, 'NodeId').accepts([id])).toBe(verdict);
  });

  test.each([
    [{ 'aws:autoscaling:groupName': 'web é' }, true],
    [{ Team: '' }, true],
    [{ '': 'web' }, false],
    [{ Team: 'web?' }, false],
    [{ Team: '${aws:username}' }, false],
    [{ Team: 'กำ' }, false],
    [{ 'a*': 'web' }, false],
    [{ Team: null }, false],
  ])('whether nodes are found by %j: %j', (tags, verdict) => {
    expect(ruleOf(inputs.instanceTags, 'ComparedTags').accepts(tags as never)).toBe(verdict);
  });
});

describe('requirements', () => {
  const codes = (given: object): string[] =>
    unmet(requirements, {
      ...{ instanceTags: {}, instanceIds: [], regions: [], administrator: false },
      ...{ kmsKeyArns: [], partition: null },
      ...given,
    }).map(({ code }) => code);

  test.each([
    { instanceTags: TAGS },
    { instanceTags: TAGS, regions: ['us-east-2'] },
    { instanceIds: IDS },
    { administrator: true },
    { administrator: true, regions: ['us-east-2'] },
    { administrator: true, instanceIds: IDS },
  ])('%j goes together', (given) => {
    expect(codes(given)).toEqual([]);
  });

  test.each([
    [{}, ['NoNodes']],
    [{ instanceTags: TAGS, instanceIds: IDS }, ['TagsAndIds']],
    [{ administrator: true, instanceTags: TAGS, instanceIds: IDS }, ['TagsAndIds']],
    [{ administrator: true, instanceIds: IDS, regions: ['us-east-2'] }, ['RegionsOfIds']],
  ])('%j does not', (given, expected) => {
    expect(codes(given)).toEqual(expected);
  });
});
