import type { Permission, When } from '../../../contract/permissions';
import { permissionFindings } from '../../../publisher/facts/permission-facts';
import type { Granting } from '../../../publisher/facts/permission-facts';
import { permissionText } from '../../../publisher/facts/permission-text';
import { aPermission, aRequiredInput, anInput } from '../../fixtures/contracts';

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
    'the same default',
    granting([aPermission({ for_each: 'names' })], { inputs: names(['a']) }),
    granting([aPermission({ for_each: 'names' })], { inputs: names(['a']) }),
    [],
  ],
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
    'on demand now, with an action more',
    granting([byDefault]),
    granting([aPermission({ by_default: false, actions: [read, write] })]),
    ['permission-withdrawn: major, by default', 'permission-offered: minor'],
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
    'another default of a switch, on demand',
    granting([aPermission({ when: isOn, by_default: false })], { inputs: on(false) }),
    granting([aPermission({ when: isOn, by_default: false })], { inputs: on(true) }),
    [],
  ],
  [
    'another default of something else',
    granting([byDefault], { inputs: names([]) }),
    granting([byDefault], { inputs: names(['b']) }),
    [],
  ],
  [
    'a row more, one less, one other, one the same',
    granting([aPermission(looking)], table({ b: '2', a: '1', d: '5' })),
    granting([aPermission(looking)], table({ c: '4', b: '3', d: '5' })),
    [
      'permission-withdrawn: major, by default',
      'permission-changed: major, by default',
      'permission-granted: minor, by default',
    ],
  ],
  [
    'on demand now, with a row more',
    granting([aPermission(looking)], table({})),
    granting([aPermission({ ...looking, by_default: false })], table({ a: '1' })),
    ['permission-withdrawn: major, by default', 'permission-offered: minor'],
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

test.each([
  ['granted by default', byDefault],
  ['there if an input asks for it', onDemand],
])('a permission is %s, or is not any more, in one line', (what, permission) => {
  const line = permissionText(permission);

  expect(permissionFindings(granting([]), granting([permission]))).toMatchObject([
    { before: null, after: line, text: `statement \`reading\` is ${what}` },
  ]);
  expect(permissionFindings(granting([permission]), granting([]))).toMatchObject([
    { before: line, after: null, text: `statement \`reading\` is not ${what} any more` },
  ]);
});

test.each([
  ['false', on(false)],
  ['none', [aRequiredInput({ name: 'on' })]],
])('a default is told with what it was, %s, and what it is', (preset, inputs) => {
  const switched = granting([aPermission({ when: isOn })], { inputs });

  expect(permissionFindings(switched, { ...switched, inputs: on(true) })).toMatchObject([
    {
      before: `on = ${preset}`,
      after: 'on = true',
      text: 'statement `reading` hangs on the default of `on`, which is another one',
    },
  ]);
});

test('a boundary allows, and does not grant', () => {
  const narrower = granting([{ ...boundary, actions: [read] }]);
  const wider = granting([{ ...boundary, actions: [read, write] }]);
  const text = (before: Granting, after: Granting) => permissionFindings(before, after)[0]?.text;

  expect(text(narrower, wider)).toContain('allows more: one more action');
  expect(text(wider, narrower)).toContain('allows less: one action fewer');
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
