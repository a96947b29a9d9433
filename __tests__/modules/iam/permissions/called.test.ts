import { calledPermissions } from '../../../../modules/iam/permissions/called';
import type { Arguments } from '../../../../modules/iam/permissions/called';
import { always, is, isNot, isNotEmpty } from '../../../../modules/iam/permissions/model';
import type {
  Permission,
  StatementPermission,
  When,
} from '../../../../modules/iam/permissions/model';

const statement: StatementPermission = {
  id: 'read',
  kind: 'statement',
  address: 'aws_iam_policy.this',
  when: [],
  granted_to: always('role/${role_name}'),
  actions: always('s3:GetObject'),
  resources: always('*'),
  conditions: [],
  reason: 'r',
  see: 's',
};

const GIVEN: Arguments = {
  regions: { path: 'all_regions' },
  path: { path: 'roots' },
  role_name: { text: '${prefix}Role' },
  passed: { listed: 'arn:${partition}:${prefix}Other', when: [is('passes', true)] },
  core: { value: 'Core' },
  wide: { value: false },
  boundary: { value: null },
  services: { value: ['ec2', 'ssm'] },
  policies: { value: {} },
};

const told = (changes: Partial<StatementPermission>): Permission[] =>
  calledPermissions(
    { permissions: [{ ...statement, ...changes }], tables: {}, managed_policies: {} },
    GIVEN,
  );

test('texts are in the words of the caller', () => {
  const [permission] = told({
    resources: always(
      '${path}/${core}/x',
      '${folder(path)}${role_name}',
      '${tables.path[regions]}',
      '${each.value.path}',
    ),
  });

  expect(permission).toEqual({
    ...statement,
    granted_to: always('role/${prefix}Role'),
    resources: always(
      '${roots}/Core/x',
      '${folder(roots)}${prefix}Role',
      '${tables.path[all_regions]}',
      '${each.value.path}',
    ),
  });
});

describe('a test', () => {
  test.each<[string, When[], When[]]>([
    ['on what is passed on stays', [isNot('path', '/')], [isNot('roots', '/')]],
    ['on a part of it stays', [is('path.x', '/')], [is('roots.x', '/')]],
    ['on an element stays', [is('each.value.x', 'y')], [is('each.value.x', 'y')]],
    ['that a default passes goes', [is('core', 'Core'), isNot('path', '/')], [isNot('roots', '/')]],
    ['on a list of one text is when there is one', [isNotEmpty('passed')], [is('passes', true)]],
  ])('%s', (_, when, left) => {
    expect(told({ when }).map((one) => one.when)).toEqual([left]);
    expect(told({ resources: [{ text: 'x', when }] })).toMatchObject([
      { resources: [left.length === 0 ? { text: 'x' } : { text: 'x', when: left }] },
    ]);
  });

  test.each<[string, When[]]>([
    ['a switch', [is('wide', true)]],
    ['a choice', [is('core', 'Wide'), isNot('path', '/')]],
    ['null', [isNot('boundary', null)]],
    ['an empty collection', [isNotEmpty('policies')]],
  ])('that a default fails takes all with it that hangs on it: %s', (_, when) => {
    const condition = { operator: 'StringEquals', key: 'k', values: always('v') };

    expect(told({ when })).toEqual([]);
    expect(told({ granted_to: [{ text: 'x', when }] })).toEqual([]);
    expect(told({ resources: [{ text: 'x', when }] })).toEqual([]);
    expect(told({ actions: [...always('a'), { text: 'b', when }] })).toMatchObject([
      { actions: always('a') },
    ]);
    const values = [...always('v'), { text: 'w', when }];
    expect(told({ conditions: [{ ...condition, values }] })).toMatchObject([
      { conditions: [condition] },
    ]);
  });

  test.each([is('role_name', 'x'), is('passed', 'x'), is('unknown', 'x')])(
    'on what only an apply knows cannot be told: %j',
    (test) => {
      expect(() => told({ when: [test] })).toThrow(`${test.value} is not one of its inputs`);
    },
  );
});

describe('what is repeated', () => {
  test('over what is passed on is so over the input of the caller', () => {
    const resources = [{ text: '${each.value}', for_each: 'regions' }];

    expect(told({ for_each: 'regions', resources: always('${each.value}') })).toMatchObject([
      { for_each: 'all_regions', resources: always('${each.value}') },
    ]);
    expect(told({ resources })).toMatchObject([
      { resources: [{ text: '${each.value}', for_each: 'all_regions' }] },
    ]);
  });

  test('over a default is there for each of its elements', () => {
    expect(told({ resources: [{ text: '${each.value}!', for_each: 'services' }] })).toMatchObject([
      { resources: always('ec2!', 'ssm!') },
    ]);
    expect(told({ for_each: 'policies' })).toEqual([]);
  });

  test('in what is repeated over a default is about its own elements', () => {
    const resources = [{ text: '${each.value}', for_each: 'regions' }];

    expect(told({ for_each: 'services', resources })).toMatchObject([
      { resources: [{ text: '${each.value}', for_each: 'all_regions' }] },
      { resources: [{ text: '${each.value}', for_each: 'all_regions' }] },
    ]);
  });

  test('over a list of one text is there when the text is', () => {
    expect(told({ resources: [{ text: '${each.value}', for_each: 'passed' }] })).toMatchObject([
      { resources: [{ text: 'arn:${partition}:${prefix}Other', when: [is('passes', true)] }] },
    ]);
  });
});

test.each(['${boundary}', '${folder(role_name)}', '${services}', '${unknown}'])(
  'a text with %s cannot be told',
  (text) => {
    expect(() => told({ actions: always(text) })).toThrow('is not one of its inputs');
  },
);

test('every kind of permission is told with its own texts', () => {
  const { actions: _, resources: __, conditions: ___, ...any } = statement;
  const permissions: Permission[] = [
    { ...statement, kind: 'trust', services: always('${core}'), granted_to: [] },
    { ...statement, kind: 'trust', services: [], accounts: always('${core}'), granted_to: [] },
    { ...any, kind: 'attached-policy', policy_arn: '${core}', managed_policy: 'Core' },
    { ...any, kind: 'embedded-document', document: '${core}' },
    { ...any, kind: 'boundary', policy_arn: '${core}' },
  ];

  expect(calledPermissions({ permissions, tables: {}, managed_policies: {} }, GIVEN)).toMatchObject(
    [
      { services: always('Core'), actions: always('s3:GetObject'), granted_to: [] },
      { services: [], accounts: always('Core'), granted_to: [] },
      { policy_arn: 'Core', managed_policy: 'Core' },
      { document: 'Core' },
      { policy_arn: 'Core' },
    ],
  );
});

test('what stands for no element, and what a condition is repeated for, are in the words of the caller', () => {
  const resources = [{ text: '${each.value}', for_each: 'regions', otherwise: '*' }];
  const tags = { operator: 'StringLike', key: 'tag/${each.key}', values: always('${each.value}') };
  const [permission] = told({ resources, conditions: [{ ...tags, for_each: 'regions' }] });

  expect(permission).toMatchObject({
    resources: [{ text: '${each.value}', for_each: 'all_regions', otherwise: '*' }],
    conditions: [{ ...tags, for_each: 'all_regions' }],
  });
});
