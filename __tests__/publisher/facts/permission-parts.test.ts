import type { Condition, Permission, When } from '../../../contract/permissions';
import { partChanges } from '../../../publisher/facts/permission-parts';
import { aPermission } from '../../fixtures/contracts';

const isOn: When = { value: 'on', test: 'is', operands: [true] };
const condition = (given: Partial<Condition> = {}): Condition => ({
  operator: 'StringEquals',
  key: 'aws:SourceAccount',
  values: [{ text: '1' }],
  ...given,
});

const found = (before: Partial<Permission>, after: Partial<Permission>) =>
  partChanges(aPermission(before), aPermission(after)).map(
    ({ kind, before: was, after: is, direction }) => `${was ?? is} (${kind}): ${direction}`,
  );

const read = { text: 's3:GetObject' };
const write = { text: 's3:PutObject' };
const role = { text: 'role/${role_name}' };
const values = [{ text: '1' }, { text: '2' }];

test.each<[string, Partial<Permission>, readonly string[]]>([
  ['nothing', { reason: 'Other words.', see: 'https://example.com' }, []],
  ['parts in another order', { actions: [read, read] }, []],
  ['an action', { actions: [read, write] }, ['s3:PutObject (action): wider']],
  [
    'an action that a switch adds',
    { actions: [read, { ...write, when: [isOn] }] },
    ['s3:PutObject (if on) (action): wider'],
  ],
  [
    'the same action in another case',
    { actions: [read, { ...read, when: [isOn] }] },
    ['s3:GetObject (if on) (action): wider'],
  ],
  [
    'a resource',
    { resources: [{ text: 'arn:aws:s3:::bucket/*' }, { text: 'arn:x' }] },
    ['arn:x (resource): wider'],
  ],
  [
    'a principal',
    { services: [{ text: 'ec2.amazonaws.com' }] },
    ['ec2.amazonaws.com (principal): wider'],
  ],
  ['an account', { accounts: [{ text: 'arn:root' }] }, ['arn:root (principal): wider']],
  [
    'somebody who gets it',
    { granted_to: [role, { text: 'user/x' }] },
    ['user/x (recipient): wider'],
  ],
  ['a policy', { policy_arn: 'a' }, ['a (policy): wider']],
  ['a document', { document: '{}' }, ['{} (document): wider']],
  ['a policy of AWS', { managed_policy: 'P' }, ['P (managed policy): wider']],
  ['a case', { when: [isOn] }, ['on (case): narrower']],
  [
    'a condition',
    { conditions: [condition()] },
    ['aws:SourceAccount StringEquals 1 (condition): narrower'],
  ],
])('what one has and the other has not: %s', (_, given, expected) => {
  const turned = (line: string): string =>
    line.endsWith('wider')
      ? line.replace(/wider$/, 'narrower')
      : line.replace(/narrower$/, 'wider');

  expect(found({}, given)).toEqual(expected);
  expect(found(given, {})).toEqual(expected.map(turned));
});

test.each<[string, Partial<Permission>, Partial<Permission>]>([
  ['an action', { actions: [read] }, { actions: [write] }],
  ['the cases of an action', { actions: [{ ...read, when: [isOn] }] }, { actions: [read] }],
  ['a loop', { for_each: 'a' }, { for_each: 'b' }],
  [
    'what stands where there is no element',
    { resources: [{ text: 'x', for_each: 'regions' }] },
    { resources: [{ text: 'x', for_each: 'regions', otherwise: '*' }] },
  ],
  [
    'what reads the same',
    { when: [{ ...isOn, operands: [null] }] },
    { when: [{ ...isOn, operands: ['null'] }] },
  ],
  ['the operands of a case', { when: [isOn] }, { when: [{ ...isOn, operands: [false] }] }],
  ['a value', { conditions: [condition()] }, { conditions: [condition({ values })] }],
  ['an operator', { conditions: [condition()] }, { conditions: [condition({ operator: 'X' })] }],
  ['its loop', { conditions: [condition()] }, { conditions: [condition({ for_each: 'a' })] }],
])('what is otherwise is gone and new, so that something is taken: %s', (_, before, after) => {
  for (const changes of [found(before, after), found(after, before)]) {
    expect(changes.map((line) => line.replace(/^.*: /, '')).sort()).toEqual(['narrower', 'wider']);
  }
});

test('what has no loop is there once', () => {
  expect(found({}, { for_each: 'names' })).toEqual([
    'once (loop): narrower',
    'names (loop): wider',
  ]);
});

test('what is not told is as what is empty', () => {
  const { actions: _a, resources: _r, conditions: _c, ...policy } = aPermission();

  expect(partChanges(policy, { ...policy, actions: [], resources: [], conditions: [] })).toEqual(
    [],
  );
});
