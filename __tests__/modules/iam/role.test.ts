import { Construct } from 'constructs';
import type { Expr } from '../../../generator/expression';
import { expr } from '../../../generator/expression';
import { createRole, roleInputs } from '../../../modules/iam/role';
import { blockAt } from '../../fixtures/emitted-module';
import { emittedStack } from '../../fixtures/emitted-stack';
import { ruleOf } from '../../fixtures/rule-of';
import { temporaryFolders } from '../../fixtures/temporary-folder';
import { variablesOf } from '../../fixtures/variables-of';

const newFolder = temporaryFolders();
const inputs = roleInputs({ roleName: 'Example', description: 'An example.' });

const references = variablesOf(inputs);

function emittedRole(wanted?: Expr<boolean>): { address: unknown; role: unknown } {
  let address: unknown;
  const configuration = emittedStack(newFolder(), (stack) => {
    const module = new Construct(stack, 'Default');
    address = createRole(module, references, expr`jsonencode(local.trust)`, wanted);
  });
  return { address, role: blockAt(configuration, 'resource', 'aws_iam_role', 'this') };
}

const ROLE = {
  '//': expect.any(Object) as object,
  assume_role_policy: '${jsonencode(local.trust)}',
  description: '${var.description}',
  force_detach_policies: '${var.force_detach_policies}',
  max_session_duration: '${var.max_session_duration}',
  name: '${var.role_name}',
  path: '${var.path}',
  permissions_boundary: '${var.permissions_boundary}',
  tags: '${var.tags}',
};

test('a role takes every input as it is', () => {
  expect(emittedRole()).toEqual({ address: expr`aws_iam_role.this`, role: ROLE });
});

test('a role that may be left out is counted', () => {
  expect(emittedRole(expr`var.create_role`).role).toEqual({
    ...ROLE,
    count: '${var.create_role ? 1 : 0}',
  });
});

test('the defaults of a module go into its inputs', () => {
  expect(inputs.roleName.default).toBe('Example');
  expect(inputs.description.default).toBe('An example.');
});

test('each input is tested by the rules of IAM', () => {
  const codes = Object.entries(inputs).map(([name, { rules }]) => [
    name,
    rules.map(({ code }) => code),
  ]);

  expect(Object.fromEntries(codes)).toEqual({
    roleName: ['RoleName'],
    path: ['RolePath'],
    description: ['Description'],
    permissionsBoundary: ['PolicyArn'],
    maxSessionDuration: [],
    forceDetachPolicies: [],
    trustedServices: ['NullElement', 'ServiceName', 'TrustPolicySize'],
    additionalPolicyArns: ['NullElement', 'PolicyArn', 'AttachedTwice', 'AttachmentCount'],
    inlinePolicies: ['NullElement', 'PolicyName', 'PolicyDocument', 'InlinePolicySize'],
    exclusivePolicies: [],
    tags: ['TagCount', 'TagKeyTwice', 'TagKey', 'TagKeyOfAws', 'TagValue'],
  });
});

describe('what the caller adds', () => {
  test('has to be ARNs of policies, whatever their names', () => {
    const rule = ruleOf(inputs.additionalPolicyArns, 'PolicyArn');

    expect(rule.accepts({ 'any name *': 'arn:aws:iam::aws:policy/ReadOnlyAccess' })).toBe(true);
    expect(rule.accepts({ a: 'ReadOnlyAccess' })).toBe(false);
  });

  test('has to be documents under names of policies', () => {
    const document =
      '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}';
    const name = ruleOf(inputs.inlinePolicies, 'PolicyName');
    const content = ruleOf(inputs.inlinePolicies, 'PolicyDocument');

    expect(name.accepts({ ['a'.repeat(128)]: '' })).toBe(true);
    expect(name.accepts({ ['a'.repeat(129)]: '' })).toBe(false);
    expect(content.accepts({ 'a b': document })).toBe(true);
    expect(content.accepts({ a: document, b: '{}' })).toBe(false);
  });
});
