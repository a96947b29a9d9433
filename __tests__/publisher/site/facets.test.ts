import type { ManagedStatement } from '../../../contract/permissions';
import {
  defaultOf,
  floorFacets,
  inputFacets,
  permissionFacets,
  ruleInWords,
  statementFacets,
} from '../../../publisher/site/facets';
import type { Facets } from '../../../publisher/site/facets';
import { contractsOf, generatedFiles, inputOf, permissionOf } from '../../fixtures/site-releases';

const contract = contractsOf(generatedFiles());
const read = (facets: Facets): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries(facets).map(([label, lines]) => [
      label,
      lines.map(({ text }) => text.replaceAll(/<\/?code>/g, '`')),
    ]),
  );

test('who may assume a role, under which conditions', () => {
  const trust = permissionOf(contract('hybrid-service-role'), 'trust');
  const { Who, Granted, Actions, ...others } = read(permissionFacets(trust));

  expect([Who, Granted, Actions]).toEqual([
    ['`ssm.amazonaws.com`'],
    ['by default: if `confused_deputy_protection`'],
    ['`sts:AssumeRole`'],
  ]);
  expect(others['Only if']?.[0]).toMatch(/^`aws:SourceAccount` StringEquals /);
  expect(others.Why?.[0]).toMatch(
    /<a href="https:\/\/docs\.aws\.amazon\.com\/[^"]+">AWS on this<\/a>$/,
  );
});

test('what is granted only if an input asks for it', () => {
  const statement = permissionOf(contract('instance-profile'), 'encrypt_objects');
  const facets = read(permissionFacets(statement));

  expect(facets.Granted).toEqual(['if `s3_buckets` is not empty']);
  expect(facets.To).toEqual([
    '`role/${role_name}` (if `create_role`)',
    '`role/${existing_role_name}` (if `create_role` is `false`)',
  ]);
  expect(facets.Actions).toEqual(['`kms:Decrypt`', '`kms:GenerateDataKey`']);
  expect(facets.Resources).toEqual([
    '`${each.value.kms_key_arn}` (for each of `s3_buckets`, if its `kms_key_arn` is given and its `access` is not `read`)',
  ]);
});

test.each([
  ['AmazonSSMManagedInstanceCore', 'AWS managed policy `AmazonSSMManagedInstanceCore`'],
  ['additional_policy_arns', '`${each.value}`'],
  ['inline_policies', '`${each.value}`'],
  ['permissions_boundary', 'nothing beyond `${permissions_boundary}`'],
])('the policy of %s', (id, words) => {
  const permission = permissionOf(contract('instance-profile'), id);

  expect(read(permissionFacets(permission)).Policy).toEqual([words]);
});

test('what is granted by default says on what that hangs', () => {
  const core = permissionOf(contract('instance-profile'), 'AmazonSSMManagedInstanceCore');

  expect(read(permissionFacets(core)).Granted).toEqual([
    'by default: if `core_policy` is `AmazonSSMManagedInstanceCore`',
  ]);
});

test('statements of a policy of AWS, as AWS writes them', () => {
  const statements: ManagedStatement[] = [
    { Effect: 'Allow', Action: ['s3:Get*'], Resource: ['*'] },
    {
      Effect: 'Deny',
      Action: ['a:B', 'a:C'],
      Resource: ['x'],
      Condition: { StringEquals: { 'aws:k': ['1', '2'] } },
    },
  ];

  expect(statementFacets({ as_of: '2026-01-01', statements }).map(read)).toEqual([
    { Actions: ['`s3:Get*`'], Resources: ['`*`'], 'Only if': [] },
    {
      Effect: ['Deny'],
      Actions: ['`a:B`', '`a:C`'],
      Resources: ['`x`'],
      'Only if': ['`aws:k` StringEquals `1` or `2`'],
    },
  ]);
});

test('an input', () => {
  const input = inputOf(contract('instance-profile'), 's3_buckets');
  const facets = read(inputFacets(input));

  expect(facets.Default).toEqual(['`[]`']);
  expect(facets.Attributes?.slice(0, 2)).toEqual([
    '`name`: `string`, required. Name of the bucket.',
    '`prefix`: `string`, default `null`. Folder inside the bucket that access is limited to. Null: the whole bucket.',
  ]);
  expect(defaultOf({ ...input, default: undefined, required: true }).text).toBe('required');
});

test('a rule with its way out and its page', () => {
  const rule = { code: 'C', attribute: 'a', must: 'must <x>', remedy: 'do', see: 'https://x.y/' };

  expect(ruleInWords(rule).text).toBe(
    '<code>a</code> must &lt;x&gt;; do (<a href="https://x.y/">C</a>)',
  );
  expect(ruleInWords({ ...rule, see: 'javascript:x' }).text).not.toContain('href');
});

test('floors', () => {
  expect(read(floorFacets(contract('instance-profile')))).toEqual({
    Terraform: ['1.5.0 or newer, for `check` blocks'],
    'Provider hashicorp/aws': ['5.72.0 or newer, for `aws_iam_role_policy_attachments_exclusive`'],
  });
});
