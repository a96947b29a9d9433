import { App, TerraformStack, TerraformVariable } from 'cdktf';
import { Construct } from 'constructs';
import { Reference, expr } from '../../../generator/expression';
import { unmet } from '../../../generator/requirements';
import {
  awsPoliciesAsSpelt,
  awsPolicyFile,
  awsPolicyPath,
} from '../../../modules/iam/aws-policies';
import { GUIDE_POLICY_PATHS } from '../../../modules/iam/managed-policies';
import { emittedStack } from '../../fixtures/emitted-stack';
import { temporaryFolders } from '../../fixtures/temporary-folder';

const newFolder = temporaryFolders();
const stack = new TerraformStack(new App(), 'policies');
const token = new TerraformVariable(stack, 'arn', { type: 'string' }).stringValue;

const codes = (arn: string): string[] =>
  [
    { additionalPolicyArns: { any: arn }, permissionsBoundary: null },
    { additionalPolicyArns: {}, permissionsBoundary: arn },
  ].flatMap((values) => unmet([awsPolicyPath()], values).map(({ code }) => code));

test.each(Object.values(GUIDE_POLICY_PATHS))('%s is where AWS has it', (path) => {
  expect(codes(`arn:aws:iam::aws:policy/${path}`)).toEqual([]);
  expect(codes(`arn:aws-cn:iam::aws:policy/${path}`)).toEqual([]);
});

test.each([
  'service-role/AmazonSSMManagedInstanceCore',
  'AmazonSSMAutomationRole',
  'AWSLambdaRole',
  'service-role/AmazonEC2RoleForSSM',
  'amazonssmmanagedinstancecore',
  'job-function/AmazonSSMFullAccess',
  'service-role/extra/AWSLambdaRole',
])('%s is not', (path) => {
  expect(codes(`arn:aws:iam::aws:policy/${path}`)).toEqual(['AwsPolicyPath', 'AwsPolicyPath']);
});

test.each([
  'arn:aws:iam::123456789012:policy/service-role/AmazonSSMManagedInstanceCore',
  'arn:aws:iam::123456789012:policy/awslambdarole',
  'arn:aws:iam::aws:policy/service-role/MyAmazonSSMFullAccess',
  'arn:aws:iam::aws:policy/job-function/ViewOnlyAccess',
  token,
])('%s is for others to judge', (arn) => {
  expect(codes(arn)).toEqual([]);
});

test('the message names all that stand under service-role/', () => {
  const under = Object.entries(GUIDE_POLICY_PATHS).filter(([, path]) => path.includes('/'));
  const must = awsPolicyPath().must((name) => name);

  expect(under.length).toBe(4);
  expect(under.filter(([name]) => !must.includes(name))).toEqual([]);
});

test('in a plan the table is a file, in which the end of an ARN is found by the name', () => {
  let found: unknown;
  const ref = {
    additionalPolicyArns: new Reference<unknown>('policies', 'var.policies'),
    permissionsBoundary: new Reference<unknown>('boundary', 'var.boundary'),
  };
  const { locals } = emittedStack(newFolder(), (stack) => {
    found = awsPoliciesAsSpelt(new Construct(stack, 'Default'), ref, expr`local.arns`);
  });

  expect(locals).toEqual({ aws_policies: awsPolicyFile.content });
  expect(awsPolicyFile.content).toMatchObject({
    awslambdarole: 'iam::aws:policy/service-role/AWSLambdaRole',
  });
  expect(found).toMatchObject({
    condition: expr`!contains([for arn in local.arns : try(endswith(arn, local.aws_policies[lower(replace(arn, "/.*::aws:policy/(.*/)?/", ""))]), true)], false)`,
  });
});
