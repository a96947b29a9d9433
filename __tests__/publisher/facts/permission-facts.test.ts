import type { Permission, When } from '../../../contract/permissions';
import { permissionFindings } from '../../../publisher/facts/permission-facts';
import type { Granting } from '../../../publisher/facts/permission-facts';
import { aPermission, anInput } from '../../fixtures/contracts';

const granting = (permissions: readonly Permission[], more: Partial<Granting> = {}): Granting => ({
  inputs: [],
  tables: {},
  permissions,
  ...more,
});

const found = (before: Granting, after: Granting): string[] =>
  permissionFindings(before, after).map((fact) => {
    // an entry that shows the same twice tells a reviewer nothing
    expect(fact.before).not.toEqual(fact.after);
    return `${fact.code}: ${fact.step}${fact.by_default ? ', by default' : ''}`;
  });

const byDefault = aPermission();
const onDemand = aPermission({ by_default: false });
const write = { text: 's3:PutObject' };
const read = { text: 's3:GetObject' };
const boundary = aPermission({ kind: 'boundary', policy_arn: 'arn:x', by_default: true });
const names = (preset: readonly string[]) => [anInput({ name: 'names', default: preset })];
const isOn: When[] = [{ value: 'on', test: 'is', operands: [true] }];
const on = (preset: boolean) => [anInput({ name: 'on', type: 'bool', default: preset })];
const looking = { resources: [{ text: '${tables.suffixes[each.value]}' }] };
const table = (rows: Record<string, string>) => ({ tables: { suffixes: rows } });

test.each<[string, Granting, Granting, readonly string[]]>([
  ['the same', granting([byDefault]), granting([byDefault]), []],
  [
    'new, by default',
    granting([]),
    granting([byDefault]),
    ['permission-granted: minor, by default'],
  ],
  ['new, on demand', granting([]), granting([onDemand]), ['permission-offered: minor']],
  ['gone', granting([byDefault]), granting([]), ['permission-withdrawn: major, by default']],
  ['gone, on demand', granting([onDemand]), granting([]), ['permission-unavailable: major']],
  [
    'by default now',
    granting([onDemand]),
    granting([byDefault]),
    ['permission-granted: minor, by default'],
  ],
  [
    'on demand now',
    granting([byDefault]),
    granting([onDemand]),
    ['permission-withdrawn: major, by default'],
  ],
  [
    'an action more',
    granting([byDefault]),
    granting([aPermission({ actions: [read, write] })]),
    ['permission-granted: minor, by default'],
  ],
  [
    'an action more, on demand',
    granting([onDemand]),
    granting([aPermission({ by_default: false, actions: [read, write] })]),
    ['permission-offered: minor'],
  ],
  [
    'another action',
    granting([byDefault]),
    granting([aPermission({ actions: [write] })]),
    ['permission-withdrawn: major, by default', 'permission-granted: minor, by default'],
  ],
  [
    'another policy',
    granting([aPermission({ policy_arn: 'a' })]),
    granting([aPermission({ policy_arn: 'b' })]),
    ['permission-withdrawn: major, by default', 'permission-granted: minor, by default'],
  ],
  [
    'another kind',
    granting([byDefault]),
    granting([aPermission({ kind: 'trust' })]),
    ['permission-withdrawn: major, by default', 'permission-granted: minor, by default'],
  ],
  ['another address', granting([byDefault]), granting([aPermission({ address: 'a.b' })]), []],
  ['a boundary', granting([]), granting([boundary]), ['boundary-changed: major, by default']],
  ['a boundary less', granting([boundary]), granting([]), ['boundary-changed: major, by default']],
  [
    'a boundary on demand',
    granting([]),
    granting([aPermission({ kind: 'boundary', by_default: false })]),
    ['permission-offered: minor'],
  ],
  [
    'another default that it runs over',
    granting([aPermission({ for_each: 'names' })], { inputs: names(['a']) }),
    granting([aPermission({ for_each: 'names' })], { inputs: names(['a', 'b']) }),
    ['permission-changed: major, by default'],
  ],
  [
    'another default in its text',
    granting([aPermission({ resources: [{ text: 'x${folder(names)}' }] })], {
      inputs: names([]),
    }),
    granting([aPermission({ resources: [{ text: 'x${folder(names)}' }] })], {
      inputs: names(['b']),
    }),
    ['permission-changed: major, by default'],
  ],
  [
    'another default of a switch',
    granting([aPermission({ actions: [{ ...read, when: isOn }] })], { inputs: on(false) }),
    granting([aPermission({ actions: [{ ...read, when: isOn }] })], { inputs: on(true) }),
    ['permission-changed: major, by default'],
  ],
  [
    'another default that turns it off',
    granting([aPermission({ when: isOn })], { inputs: on(true) }),
    granting([aPermission({ when: isOn, by_default: false })], { inputs: on(false) }),
    ['permission-withdrawn: major, by default', 'permission-changed: major, by default'],
  ],
  [
    'another default of something else',
    granting([byDefault], { inputs: names([]) }),
    granting([byDefault], { inputs: names(['b']) }),
    [],
  ],
  [
    'a row more, one less, one other',
    granting([aPermission(looking)], table({ a: '1', b: '2' })),
    granting([aPermission(looking)], table({ b: '3', c: '4' })),
    [
      'permission-withdrawn: major, by default',
      'permission-changed: major, by default',
      'permission-granted: minor, by default',
    ],
  ],
])('%s', (_, before, after, expected) => {
  expect(found(before, after)).toEqual(expected);
});

test('a reviewer sees what it was and what it is', () => {
  const [lifted] = permissionFindings(
    granting([
      aPermission({
        conditions: [
          { operator: 'StringEquals', key: 'aws:SourceAccount', values: [{ text: '1' }] },
        ],
      }),
    ]),
    granting([byDefault]),
  );

  expect(lifted).toEqual({
    code: 'permission-granted',
    subject: 'reading',
    step: 'minor',
    before: 'aws:SourceAccount StringEquals 1',
    after: null,
    text: 'statement `reading` grants more: one condition fewer',
    by_default: true,
  });
});

test('a default is told with what it was and what it is', () => {
  const switched = granting([aPermission({ when: isOn })], { inputs: on(false) });

  expect(permissionFindings(switched, { ...switched, inputs: on(true) })).toMatchObject([
    {
      before: 'on = false',
      after: 'on = true',
      text: 'statement `reading` hangs on the default of `on`, which is another one',
    },
  ]);
});

test('a boundary allows, and does not grant', () => {
  const wider = { ...boundary, actions: [read, write] };
  const [fact] = permissionFindings(
    granting([{ ...boundary, actions: [read] }]),
    granting([wider]),
  );

  expect(fact?.text).toContain('allows more: one more action');
});

test.each([
  [table({}), table({ a: 'x' }), 'new'],
  [table({ a: 'x' }), table({}), 'gone'],
  [table({ a: 'x' }), table({ a: 'y' }), 'another one'],
])('a row that is looked up, from %j to %j, is %s', (before, after, what) => {
  const looked = [aPermission(looking)];
  const [fact] = permissionFindings(granting(looked, before), granting(looked, after));

  expect(fact?.text).toMatch(new RegExp(`which is ${what}$`));
});
