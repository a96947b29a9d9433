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

test('who may assume the role comes first, with the conditions', () => {
  const [heading, , who, trust = ''] = section('hybrid-service-role');

  expect([heading, who]).toEqual(['## Permissions', '### Who may assume the role']);
  expect(trust).toContain(
    '| if `confused_deputy_protection` | `ssm.amazonaws.com` | `aws:SourceAccount` StringEquals',
  );
  expect(trust).toContain(
    '| if `confused_deputy_protection` is `false` | `ssm.amazonaws.com` |  | As older',
  );
});

test('what is granted by default is marked, unless it always is', () => {
  const text = section('hybrid-service-role').join('\n');

  const granted = allows({
    id: 'AmazonSSMManagedInstanceCore',
    address: 'aws_iam_policy.this',
    actions: always('iam:PassRole'),
    resources: always('*'),
    reason: 'Why.',
    see: 'https://example.com',
  });

  expect(
    permissionsSection(
      { permissions: [granted], tables: {}, managed_policies: {} },
      new Set([granted.id]),
    ).join('\n'),
  ).toContain('\n| always | `iam:PassRole` |');
  expect(text).toContain('| by default: if `core_policy` is `AmazonSSMManagedInstanceCore` |');
  expect(text).toContain('| if `core_policy` is `AmazonEC2RoleforSSM` |');
});

test.each([
  ['automation-user-access', ['...', 'each...']],
  ['automation-service-role', ['...', 'each...', 'literally(...)']],
  ['s3-access-policy', ['...', 'each...', 'tables...', 'folder(...)']],
])('%s explains the notations that it uses, and no others', (module, notations) => {
  const [, intro = ''] = section(module);

  expect([...intro.matchAll(/`\$\{(.*?)\}`/g)].map(([, notation]) => notation)).toEqual(notations);
});

test('a policy alone has nobody who assumes it', () => {
  expect(section('s3-access-policy').join('\n')).not.toContain('assume');
});

test('each statement has when, what, on what, under which condition and why', () => {
  const rows = section('automation-service-role').join('\n').split('\n');

  expect(rows).toContainEqual(
    expect.stringMatching(
      /^\| if `pass_itself_to_services` is not empty \| `iam:PassRole` \| `arn:\$\{partition\}:iam::\$\{account_id\}:role\$\{literally\(path\)\}\$\{role_name\}` \| `iam:PassedToService` StringEquals `\$\{each\.value\}` \(for each of `pass_itself_to_services`\) \| .+ \[AWS\]\(https:\/\/docs\.aws\.amazon\.com\/.+\) \|$/,
    ),
  );
});

test('what AWS put into its own policies is listed, with the day', () => {
  const text = section('automation-user-access').join('\n\n');

  expect(text).toContain('AWS managed policy [AmazonSSMFullAccess](#amazonssmfullaccess)');
  expect(text).toContain('### AmazonSSMFullAccess');
  expect(text).toMatch(/as it was on \d{4}-\d\d-\d\d/);
  expect(text).toContain('`iam:AWSServiceName` StringLike `ssm.amazonaws.com`');
});

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
