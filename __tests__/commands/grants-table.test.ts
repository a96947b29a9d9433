import { createColors } from 'picocolors';
import { grantsTable } from '../../commands/grants-table';
import type { Grant } from '../../modules/iam/permissions/explain';

const shared = {
  id: 'x',
  address: 'aws_iam_role.this',
  granted_to: ['role/Web'],
  reason: 'A reason.',
};
const trust: Grant = {
  ...shared,
  kind: 'trust',
  services: ['ssm.amazonaws.com'],
  actions: ['sts:AssumeRole'],
  conditions: { StringEquals: { 'aws:SourceAccount': ['1', '2'] } },
  because: {},
  see: 'https://example.com/1',
};
const statement: Grant = {
  ...shared,
  kind: 'statement',
  actions: ['s3:GetObject', 's3:PutObject'],
  resources: ['arn:aws:s3:::a/*', 'arn:aws:s3:::b/*'],
  conditions: {},
  because: { regions: ['us-east-2'] },
  see: 'https://example.com/2',
};
const attached: Grant = {
  ...shared,
  kind: 'attached-policy',
  policy_arn: 'arn:aws:iam::aws:policy/Core',
  managed_policy: 'Core',
  because: { core_policy: 'Core' },
  see: 'https://example.com/1',
};

const plain = createColors(false);
const show = (grants: readonly Grant[], columns?: number, paint = plain): string =>
  grantsTable({
    grants,
    managedPolicies: {
      Core: {
        as_of: '2026-01-01',
        version: 'v9',
        updated: '2025-12-31',
        statements: [
          { Effect: 'Allow', Action: ['ssm:A', 'ssm:B'], Resource: ['*'] },
          { Effect: 'Allow', Action: ['ssm:B'], Resource: ['x'] },
        ],
      },
    },
    given: { regions: ['us-east-2'], role: { core: true }, boundary: 'b' },
    paint,
    columns,
  });

test('says which account may assume the role', () => {
  expect(show([{ ...trust, services: [], accounts: ['arn:aws:iam::1:root'] }])).toMatch(
    /│ arn:aws:iam::1:root +│ assume aws_iam_role.this +│/,
  );
});

test('says who may do what and why, with the pages below', () => {
  expect(show([trust, statement, attached])).toBe(
    `
┌───────────────────┬───────────────────────────────────────┬────────────────────────────────┐
│ Who               │ May                                   │ Because                        │
├───────────────────┼───────────────────────────────────────┼────────────────────────────────┤
│ ssm.amazonaws.com │ assume aws_iam_role.this              │ always                         │
│                   │ only if                               │ A reason. [1]                  │
│                   │ aws:SourceAccount StringEquals 1 or 2 │                                │
├───────────────────┼───────────────────────────────────────┼────────────────────────────────┤
│ role/Web          │ s3:GetObject                          │ regions = ["us-east-2"]        │
│                   │ s3:PutObject                          │ A reason. [2]                  │
│                   │ on                                    │                                │
│                   │ arn:aws:s3:::a/*                      │                                │
│                   │ arn:aws:s3:::b/*                      │                                │
├───────────────────┼───────────────────────────────────────┼────────────────────────────────┤
│ role/Web          │ what this policy allows:              │ core_policy = "Core" (default) │
│                   │ arn:aws:iam::aws:policy/Core          │ A reason. [1]                  │
│                   │ as of 2026-01-01:                     │                                │
│                   │ ssm:A                                 │                                │
│                   │ ssm:B                                 │                                │
│                   │ ssm:B on x                            │                                │
└───────────────────┴───────────────────────────────────────┴────────────────────────────────┘
[1] https://example.com/1
[2] https://example.com/2`.trim(),
  );
});

test('shows documents and boundaries, and what nobody has', () => {
  const nobody: Grant = { ...statement, granted_to: [] };
  const document: Grant = { ...attached, kind: 'embedded-document', document: '{"a":1}' };
  const boundary: Grant = { ...attached, kind: 'boundary' };
  const text = show([nobody, document, boundary]);

  expect(text).toContain('│ nobody, until it is attached │');
  expect(text).toMatch(/what this document allows: +│.*\n.* \{"a":1\} /);
  expect(text).toMatch(
    /nothing that this policy does not allow: +│.*\n.* arn:aws:iam::aws:policy\/Core /,
  );
});

test.each([
  ['role.core', 'role.core = true'],
  ['role.boundary', 'role.boundary = true'],
  ['role.other', 'role.other = true (default)'],
])('tells whether %s was given: itself, or what is shared', (name, expected) => {
  const cells = show([{ ...attached, because: { [name]: true } }]).split('│');

  expect(cells.map((cell) => cell.trim())).toContain(expected);
});

test('shortens long values of inputs', () => {
  const long: Grant = { ...attached, because: { inline_policies: 'x'.repeat(200) } };

  expect(show([long])).toContain(`inline_policies = "${'x'.repeat(59)}... (default)`);
});

test.each([60, 80, 133])('fits a terminal of %i columns and cuts nothing', (columns) => {
  const arn = `arn:aws:s3:::${'bucket-'.repeat(12)}/*`;
  const long: Grant = { ...statement, granted_to: [`role/${'R'.repeat(64)}`], resources: [arn] };
  const rows = show([trust, long, attached], columns).split('\n');
  const inCell = (cell: number): string =>
    rows.map((row) => row.split('│')[cell]?.replace(/\s/g, '') ?? '').join('');

  expect(rows.slice(0, -2).map((row) => row.length)).toEqual(rows.slice(0, -2).map(() => columns));
  expect(inCell(1)).toContain(`role/${'R'.repeat(64)}`);
  expect(inCell(2)).toContain(arn);
  expect(rows.join('')).not.toContain('…');
});

test('colours heads and notes, and no word that goes on in the next line', () => {
  const mark = (text: unknown): string => `\u001b[2m${String(text)}\u001b[22m`;
  const text = show([statement], 60, { ...plain, bold: mark, dim: mark });
  const withoutColours = text.replaceAll('\u001b[2m', '').replaceAll('\u001b[22m', '');

  expect(withoutColours).toBe(show([statement], 60));
  expect(text).toContain('\u001b[2mon\u001b[22m');
});
