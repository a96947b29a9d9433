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

test('who may assume the role comes first, with the conditions in words', () => {
  const [heading, , who, trust = ''] = section('hybrid-service-role');

  expect([heading, who]).toEqual(['## Permissions', '### Who may assume the role']);
  expect(trust).toContain(
    '| if `confused_deputy_protection` | `ssm.amazonaws.com`<br>only if `aws:SourceAccount` is `<account_id>` and `aws:SourceArn` is `arn:<partition>:ssm:*:<account_id>:*` |',
  );
  expect(trust).toContain(
    '| if `confused_deputy_protection` is `false` | `ssm.amazonaws.com` | As on older',
  );
  expect(trust).toContain('| each of `trusted_services` |');
});

const account = {
  id: 'accounts',
  kind: 'trust',
  address: 'aws_iam_role.this',
  when: [],
  granted_to: [],
  services: [],
  accounts: always('arn:${partition}:iam::${admin_account_id}:root'),
  actions: always('sts:AssumeRole'),
  conditions: [],
  reason: 'Why.',
  see: 'https://example.com',
} satisfies Permission;

test('an account is told by its ARN', () => {
  expect(sectionOf(account)).toContain(
    '| always | `arn:<partition>:iam::<admin_account_id>:root` | Why.',
  );
});

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

test('what is granted by default is marked, unless it always is', () => {
  const text = section('hybrid-service-role').join('\n');

  expect(sectionOf(granted)).toContain('\n| always | `iam:PassRole` |');
  expect(text).toContain('| **by default**, if `core_policy` is `AmazonSSMManagedInstanceCore` |');
  expect(text).toContain('| if `core_policy` is `AmazonEC2RoleforSSM` |');
});

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

test("AWS's buckets are in a file beside the README", () => {
  expect(section('s3-access-policy').join('\n')).toContain(
    "| for each of `regions` | `s3:GetObject` | the objects in AWS's buckets of the region, listed in [agent-buckets.json](agent-buckets.json) |",
  );
  expect(section('s3-access-policy').join('\n')).toContain(
    '`arn:<partition>:s3:::<name>/<prefix>/*`',
  );
});

test('a policy alone has nobody who assumes it', () => {
  expect(section('s3-access-policy').join('\n')).not.toContain('assume');
});

test('each statement has when, what, on what, under which condition and why', () => {
  const rows = section('automation-service-role').join('\n').split('\n');

  expect(rows).toContainEqual(
    expect.stringMatching(
      /^\| if `pass_itself_to_services` is not empty \| `iam:PassRole` \| `arn:<partition>:iam::<account_id>:role<path><role_name>`<br>only if `iam:PassedToService` is each of `pass_itself_to_services` \| .+ \[AWS\]\(https:\/\/docs\.aws\.amazon\.com\/.+\) \|$/,
    ),
  );
});

test("AWS's own policies are linked to, with their actions on a star and the day", () => {
  const text = section('automation-user-access').join('\n\n');
  const page =
    '[AmazonSSMFullAccess](https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonSSMFullAccess.html)';

  expect(text).toContain(
    `| if \`access\` is \`full\` | ${page}, a policy of AWS | see the policy |`,
  );
  expect(text).toMatch(/As of \d{4}-\d\d-\d\d/);
  expect(text).toContain(`| ${page} | v4, 2019-11-20 | \`cloudwatch:PutMetricData\`, `);
  expect(text).not.toContain('iam:CreateServiceLinkedRole');
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
    '| always | `a:B` | `*`<br>only if `a:C` is `x` | Why.',
  );
});

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
