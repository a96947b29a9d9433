import type { ManagedStatement } from '../../../contract/permissions';
import type { Contract } from '../../../contract/contract';
import { changesBetween } from '../../../publisher/site/changes';
import type { Change } from '../../../publisher/site/changes';
import { contractsOf, generatedFiles } from '../../fixtures/site-releases';

const contract = contractsOf(generatedFiles())('automation-service-role');
const told = (changes: readonly Change[]): string[] =>
  changes.flatMap(({ sign, kind, name, details }) => [
    `${sign} ${kind} ${name}`.trim(),
    ...details.flatMap(({ label, removed, added }) => [
      ...removed.map(({ text }) => `  ${label} - ${text}`),
      ...added.map(({ text }) => `  ${label} + ${text}`),
    ]),
  ]);
const changed = (change: Partial<Contract>) => changesBetween(contract, { ...contract, ...change });
const ofPermission = (id: string, change: object) =>
  changed({
    permissions: contract.permissions.map((one) => (one.id === id ? { ...one, ...change } : one)),
  });

test('the same twice has no change, in whatever order it stands', () => {
  const turned = {
    ...contract,
    inputs: [...contract.inputs].reverse(),
    permissions: [...contract.permissions].reverse(),
    addresses: [...contract.addresses].reverse(),
  };

  expect(changesBetween(contract, turned)).toEqual({
    permissions: [],
    byDefault: [],
    contract: [],
  });
});

test('an action more by default is told twice: as a change, and as one that concerns everybody', () => {
  const actions = [{ text: 'iam:PassRole' }, { text: 'iam:GetRole' }];
  const expected = ['changed permission pass_itself', '  Actions + <code>iam:GetRole</code>'];
  const { permissions, byDefault, contract: ofContract } = ofPermission('pass_itself', { actions });

  expect(told(permissions)).toEqual(expected);
  expect(told(byDefault)).toEqual(expected);
  expect(ofContract).toEqual([]);
});

test.each([
  ['a condition less', { conditions: [] }, /Only if - /],
  ['another principal', { services: [{ text: 'x.amazonaws.com' }] }, /Who \+ <code>x\.amazonaws/],
])('%s of the trust concerns everybody', (_, change, line) => {
  const { byDefault } = ofPermission('trust_automation', change);

  expect(told(byDefault)[0]).toBe('changed permission trust_automation');
  expect(told(byDefault).join('\n')).toMatch(line);
});

test('what is only explained otherwise, or only if asked, concerns no default', () => {
  expect(ofPermission('pass_itself', { reason: 'Because.' }).permissions).toHaveLength(1);
  expect(ofPermission('pass_itself', { reason: 'Because.' }).byDefault).toEqual([]);
  expect(ofPermission('pass_others', { actions: [] }).byDefault).toEqual([]);
});

test('what is by default from now on is new there, and gone where it is no longer', () => {
  expect(told(ofPermission('AWSLambdaRole', { by_default: true }).byDefault)[0]).toBe(
    'added permission AWSLambdaRole',
  );
  expect(told(ofPermission('pass_itself', { by_default: false }).byDefault)[0]).toBe(
    'removed permission pass_itself',
  );
});

test('a policy of AWS that says more concerns those who have it by default', () => {
  const { AmazonSSMAutomationRole: policy } = contract.managed_policies;
  const more: ManagedStatement = { Effect: 'Allow', Action: ['iam:*'], Resource: ['*'] };
  const { permissions, byDefault } = changed({
    managed_policies: {
      ...contract.managed_policies,
      AmazonSSMAutomationRole: {
        as_of: '2027-01-01',
        statements: [...(policy?.statements ?? []), more],
      },
    },
  });
  const line = '  Statements + actions: <code>iam:*</code>; resources: <code>*</code>';

  expect(told(permissions)).toEqual(['changed AWS managed policy AmazonSSMAutomationRole', line]);
  expect(told(byDefault)).toEqual(['changed permission AmazonSSMAutomationRole', line]);
});

test('the interface: inputs, rules, outputs, floors and resources', () => {
  const [first, second, ...inputs] = contract.inputs;
  const odd = { ...contract.outputs[0], name: 'constructor', description: 'New.', sensitive: true };
  const { contract: found } = changed({
    inputs: [...(second === undefined ? [] : [{ ...second, default: 'x' }]), ...inputs],
    outputs: [...contract.outputs, odd],
    requirements: [...contract.requirements, { code: 'C', inputs: [], must: 'm', remedy: 'r' }],
    terraform: { ...contract.terraform, version: '1.6.0' },
    addresses: [...contract.addresses, 'aws_iam_role.other'],
  });
  const lines = told(found);

  expect(found.map(({ sign, kind, name }) => `${sign} ${kind} ${name}`.trim())).toEqual([
    `removed input ${first?.name}`,
    `changed input ${second?.name}`,
    'changed rules between inputs',
    'added output constructor',
    'changed requirements',
    'changed resources',
  ]);
  expect(lines).toContain('  Default + <code>&quot;x&quot;</code>');
  expect(lines).toContain('  Terraform + 1.6.0 or newer, for <code>check</code> blocks');
  expect(lines).toContain('  Addresses + <code>aws_iam_role.other</code>');
});

test('a module that is new brings all that it has', () => {
  const { permissions, byDefault } = changesBetween(undefined, contract);

  expect(new Set(permissions.map(({ sign }) => sign))).toEqual(new Set(['added']));
  expect(byDefault.map(({ name }) => name)).toEqual([
    'AmazonSSMAutomationRole',
    'pass_itself',
    'trust_automation',
  ]);
  expect(changesBetween(contract, undefined).byDefault.map(({ sign }) => sign)).toEqual([
    'removed',
    'removed',
    'removed',
  ]);
});
