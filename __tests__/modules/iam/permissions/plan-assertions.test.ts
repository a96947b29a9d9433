import type { Assertion } from '../../../../generator/domain';
import { inTerraform } from '../../../../generator/terraform-inputs';
import { catalog } from '../../../../modules/catalog';
import { always } from '../../../../modules/iam/permissions/model';
import type { Permission } from '../../../../modules/iam/permissions/model';
import { planAssertions } from '../../../../modules/iam/permissions/plan-assertions';

/** What the plan of a module has to show, by the start of the message. */
function expected(module: string, given: Readonly<Record<string, unknown>> = {}) {
  const { domain, inputs = {} } = catalog.find(({ name }) => name === module) ?? {};
  const all = domain?.expects?.(inTerraform(inputs, given), (address) => `in(${address})`) ?? [];
  return (start: string): Assertion['condition'] | undefined =>
    all.find(({ message }) => message.startsWith(start))?.condition;
}

const rows = (condition: string | undefined): string =>
  condition?.split(' == jsonencode(sort(')[1] ?? '';

test('what is given goes before what is looked up, and null asks for that', () => {
  const { domain, inputs = {} } = catalog.find(({ name }) => name === 'hybrid-service-role') ?? {};
  const accounts = (accountId: unknown): string =>
    JSON.stringify(domain?.expects?.(inTerraform(inputs, { accountId }), String));

  expect(accounts('210987654321')).toContain('210987654321');
  expect(accounts(null)).toContain('123456789012');
});

test('an attachment is told for each user, group and role', () => {
  const access = expected('automation-user-access', {
    access: 'full',
    users: ['a', 'b'],
    roles: ['c'],
  });
  const arn = '"arn:aws:iam::aws:policy/AmazonSSMFullAccess"';

  expect(rows(access('aws_iam_user_policy_attachment.full_access must'))).toBe(
    `[${arn}, ${arn}]))`,
  );
  expect(rows(access('aws_iam_group_policy_attachment.full_access must'))).toBe('[]))');
  expect(rows(access('aws_iam_role_policy_attachment.full_access must'))).toBe(`[${arn}]))`);
});

test('null is no default where it is a value', () => {
  const allowed = (access: unknown): string =>
    rows(expected('automation-user-access', { access })('aws_iam_policy.this must allow'));

  expect(allowed('automation')).toContain('ssm:StartAutomationExecution');
  expect(allowed(null)).not.toContain('ssm:');
  expect(allowed(null)).toContain('iam:PassRole');
});

test('of a resource that carries several kinds each is told by itself, but no boundary', () => {
  const address = 'aws_iam_role.this';
  const granted = { address, when: [], granted_to: [], reason: '', see: '', conditions: [] };
  const permissions: Permission[] = [
    { ...granted, id: 'b', kind: 'boundary', policy_arn: 'arn' },
    { ...granted, id: 't', kind: 'trust', services: always('x.com'), actions: always('sts:A') },
    {
      ...{ ...granted, id: 'a', kind: 'trust', services: [], actions: always('sts:A') },
      accounts: always('arn:root'),
    },
    { ...granted, id: 's', kind: 'statement', actions: always('s3:B'), resources: always('*') },
  ];
  const model = { permissions, tables: {}, managed_policies: {} };
  const told = planAssertions(model)({}, String);

  expect(told.map(({ message }) => message)).toEqual([
    'aws_iam_role.this must trust whom the inputs name, and nothing else',
    'aws_iam_role.this must allow what the inputs name, and nothing else',
  ]);
  expect(told.map(({ condition }) => rows(condition))).toEqual([
    `[${[
      'jsonencode({ Effect = "Allow", Principal = { Service = "x.com" }, Action = ["sts:A"], Condition = {} })',
      'jsonencode({ Effect = "Allow", Principal = { AWS = "arn:root" }, Action = ["sts:A"], Condition = {} })',
    ].join(', ')}]))`,
    '[jsonencode({ Effect = "Allow", Action = ["s3:B"], Resource = ["*"], Condition = {} })]))',
  ]);
});

test('of resources that a module lacks nothing is told', () => {
  const { domain, inputs = {} } = catalog.find(({ name }) => name === 'instance-profile') ?? {};

  expect(domain?.expects?.(inTerraform(inputs, {}), () => undefined)).toEqual([]);
});
