import { App, TerraformStack, TerraformVariable } from 'cdktf';
import { unmet } from '../../../generator/requirements';
import { awsPolicyPath } from '../../../modules/iam/aws-policies';
import { GUIDE_POLICY_PATHS } from '../../../modules/iam/managed-policies';
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
