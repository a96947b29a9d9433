import { catalog } from '../../../../modules/catalog';
import { permissionsOf } from '../../../../modules/iam/permissions/domain';
import { allows, always } from '../../../../modules/iam/permissions/model';
import type { Permission } from '../../../../modules/iam/permissions/model';
import { permissionsSection } from '../../../../modules/iam/permissions/readme-section';

const section = (module: string): string[] => {
  const definition = catalog.find(({ name }) => name === module);
  return definition === undefined
    ? []
    : permissionsSection(
        permissionsOf(definition.domain),
        new Set(['AmazonSSMManagedInstanceCore']),
      );
};

const granted = allows({
  id: 'AmazonSSMManagedInstanceCore',
  address: 'aws_iam_policy.this',
  actions: always('iam:PassRole'),
  resources: always('*'),
  reason: 'Why.',
  see: 'https://example.com',
});

const sectionOf = (...permissions: readonly Permission[]): string =>
  permissionsSection({ permissions, tables: {}, managed_policies: {} }, new Set([granted.id])).join(
    '\n',
  );

test('the same actions at the same time are one row', () => {
  const other = { ...granted, resources: always('arn:x'), reason: 'Because.' };
  const another = { ...granted, actions: always('iam:GetRole') };

  expect(sectionOf(granted, another, other)).toContain(
    [
      '| always | `iam:PassRole` | `*`<br>`arn:x` | Why. [AWS](https://example.com) Because. [AWS](https://example.com) |',
      '| always | `iam:GetRole` | `*` | Why. [AWS](https://example.com) |',
    ].join('\n'),
  );
});

test.each(catalog.map(({ name }) => [name]))(
  'the permissions of %s are told without the notation of the contract',
  (module) => {
    // variables of IAM stay
    expect(section(module).join('\n')).not.toMatch(/\$\{(?!aws:)/);
  },
);

test('one of several values of a condition is enough, and an operator without a word stays', () => {
  const conditions = [
    { operator: 'StringLike', key: 'a:C', values: always('x', 'y') },
    { operator: 'Bool', key: 'a:D', values: always('true') },
  ];

  expect(sectionOf({ ...granted, conditions })).toContain(
    '`*`<br>only if `a:C` is like `x` or `y` and `a:D` Bool `true` |',
  );
});

const POLICY = { as_of: '2026-01-01', version: 'v9', updated: '2025-12-31' };

test('a policy of AWS without an action on a star has none', () => {
  const statements = [{ Effect: 'Allow' as const, Action: ['a:B'], Resource: ['arn:x'] }];
  const managed_policies = { Two: { ...POLICY, statements } };

  expect(
    permissionsSection({ permissions: [], tables: {}, managed_policies }, new Set()).join('\n'),
  ).toContain('/Two.html) | v9, 2025-12-31 | none |');
});

test.each(catalog.map(({ name }) => name))(
  'no row of %s has more cells than its header',
  (name) => {
    const cells = (line: string): number => line.split(/(?<!\\)\|/).length;
    for (const part of section(name).filter((text) => text.startsWith('|'))) {
      const [header = '', ...rows] = part.split('\n');
      expect(rows.filter((row) => cells(row) !== cells(header))).toEqual([]);
    }
  },
);
