import { catalog } from '../../../../modules/catalog';
import { permissionsOf } from '../../../../modules/iam/permissions/domain';
import { always } from '../../../../modules/iam/permissions/model';
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

test('a condition that hangs on no input stands alone', () => {
  const permission: Permission = {
    id: 'x',
    kind: 'statement',
    address: 'a.b',
    when: [],
    granted_to: [],
    actions: always('a:B'),
    resources: always('*'),
    conditions: [{ operator: 'StringEquals', key: 'a:C', values: always('x') }],
    reason: 'Why.',
    see: 'https://example.com',
  };
  const model = { permissions: [permission], tables: {}, managed_policies: {} };

  expect(permissionsSection(model, new Set()).join('\n')).toContain(
    '| always | `a:B` | `*` | `a:C` StringEquals `x` | Why.',
  );
});

test('one of several values of a condition is enough', () => {
  const statement = { Effect: 'Allow' as const, Action: ['a:B'], Resource: ['*'] };
  const policy = (values: string[]) => ({
    as_of: '2026-01-01',
    statements: [{ ...statement, Condition: { StringLike: { 'a:C': values } } }],
  });
  const managed_policies = { Two: policy(['x', 'y']) };

  expect(
    permissionsSection({ permissions: [], tables: {}, managed_policies }, new Set()).join('\n'),
  ).toContain('| `a:B` | `*` | `a:C` StringLike `x` or `y` |');
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
