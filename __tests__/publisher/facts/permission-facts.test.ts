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
  permissionFindings(before, after).map(
    ({ code, step, by_default }) => `${code}: ${step}${by_default ? ', by default' : ''}`,
  );

/** An entry that shows the same twice tells a reviewer nothing. */
const expectDifference = (before: Granting, after: Granting): void => {
  const same = permissionFindings(before, after).filter((one) => one.before === one.after);
  expect(same).toEqual([]);
};

const byDefault = aPermission();
const onDemand = aPermission({ by_default: false });
const write = { text: 's3:PutObject' };
const read = { text: 's3:GetObject' };
const boundary = aPermission({ kind: 'boundary', policy_arn: 'arn:x', by_default: true });
const names = (preset: readonly string[]) => [anInput({ name: 'names', default: preset })];
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
    ['permission-changed: major, by default'],
  ],
  [
    'another kind',
    granting([byDefault]),
    granting([aPermission({ kind: 'trust' })]),
    ['permission-withdrawn: major, by default', 'permission-granted: minor, by default'],
  ],
  ['another address', granting([byDefault]), granting([aPermission({ address: 'a.b' })]), []],
  ['a boundary', granting([]), granting([boundary]), ['boundary-set: major, by default']],
  [
    'a boundary less',
    granting([boundary]),
    granting([]),
    ['permission-granted: major, by default'],
  ],
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
  expectDifference(before, after);
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
    text: 'statement `reading` without condition is granted by default',
    by_default: true,
  });
});

const isOn: When[] = [{ value: 'on', test: 'is', operands: [true] }];
const turned = (permission: Partial<Permission>, preset: boolean | null): Granting =>
  granting([aPermission(permission)], {
    inputs: [anInput({ name: 'on', type: 'bool', default: preset })],
  });

test.each<[string, Partial<Permission>, string, string]>([
  ['action', { actions: [{ ...read, when: isOn }] }, 'action', 's3:GetObject (if on)'],
  ['resource', { resources: [{ text: '*', when: isOn }] }, 'resource', '* (if on)'],
  ['principal', { services: [{ text: 'a.b', when: isOn }] }, 'principal', 'a.b (if on)'],
  ['recipient', { granted_to: [{ text: 'role/x', when: isOn }] }, 'recipient', 'role/x (if on)'],
  ['whole permission', { when: isOn }, 'cases', 'if on'],
])('another default tells what is granted with it: %s', (_, permission, what, text) => {
  const [off, on] = [turned(permission, false), turned(permission, true)];
  const shared = { subject: 'reading', by_default: true };

  expect(permissionFindings(off, on)).toEqual([
    {
      ...shared,
      code: 'permission-granted',
      step: 'minor',
      before: null,
      after: text,
      text: `statement \`reading\` with another default for its ${what} (\`on\`: false => true) is granted by default`,
    },
  ]);
  expect(permissionFindings(on, off)).toEqual([
    {
      ...shared,
      code: 'permission-withdrawn',
      step: 'major',
      before: text,
      after: null,
      text: `statement \`reading\` with another default for its ${what} (\`on\`: true => false) is not granted by default any more`,
    },
  ]);
});

test('what a null by default comes to is not known', () => {
  const acting = { actions: [{ text: 's3:GetObject', when: isOn }] };

  expect(permissionFindings(turned(acting, true), turned(acting, null))).toMatchObject([
    { before: 's3:GetObject (if on)', after: null, code: 'permission-withdrawn' },
  ]);
});

test('a permission that another default turns on names it', () => {
  const [before, after] = [
    turned({ when: isOn, by_default: false }, false),
    turned({ when: isOn }, true),
  ];

  expect(permissionFindings(before, after).map(({ text }) => text)).toEqual([
    'statement `reading` with another default (`on`: false => true) is granted by default',
  ]);
});

test('other cases are shown', () => {
  expect(permissionFindings(turned({ when: isOn }, true), turned({}, true))).toMatchObject([
    {
      before: 'if on',
      after: '',
      text: 'statement `reading` in other cases can be switched on',
    },
  ]);
});
