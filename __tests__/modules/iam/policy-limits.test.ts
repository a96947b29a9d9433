import { App, TerraformStack, TerraformVariable } from 'cdktf';
import { Reference, expr } from '../../../generator/expression';
import {
  attachedOnce,
  inlinePolicySize,
  limitAttachments,
  ownInlineFits,
  policyFits,
  s3PoliciesFit,
} from '../../../modules/iam/policy-limits';
const token = new TerraformVariable(new TerraformStack(new App(), 'limits'), 'arn', {
  type: 'string',
}).stringValue;
const scope = new TerraformStack(new App(), 'scope');
const theirs = new Reference<Record<string, string>>('additionalPolicyArns', 'var.arns');
const services = new Reference<string[]>('passRoleServices', 'var.services');
const managed = expr<Record<string, string>>`local.managed`;

describe('inline policies', () => {
  const UMLAUT = String.raw`\u00fc`;
  const ofLength = (length: number): string => `{"Sid":"${'a'.repeat(length - 10)}"}`;

  test.each<[string, Record<string, string>]>([
    ['none', {}],
    ['one of 10240 characters', { a: ofLength(10_240) }],
    ['two of 10240 together', { a: ofLength(10_000), b: ofLength(240) }],
    ['white space between words', { a: ofLength(10_240).replace(':', ' \n\t: \n') }],
    ['what is not known yet', { a: ofLength(10_240), b: token }],
    ['what is not known yet in a part', { a: ofLength(10_240), b: `{"Sid":"${token}"}` }],
    ['what is no JSON, which another rule refuses', { a: ofLength(10_240), b: '{' }],
    ['a quote in a text', { a: ofLength(10_236).replace('aaaa', String.raw`\" \"`) }],
    ['an ampersand, which is sent as six', { a: ofLength(10_235).replace('a', '&') }],
    ['escapes, which are sent as letters', { a: ofLength(10_245).replace('aaaaaa', UMLAUT) }],
    ['letters of two bytes', { a: ofLength(10_240).replaceAll('a', 'é') }],
  ])('may be %s', (_, documents) => {
    expect(inlinePolicySize.accepts(documents)).toBe(true);
  });

  test.each<[string, Record<string, string>]>([
    ['10241 characters', { a: ofLength(10_241) }],
    ['10241 characters together', { a: ofLength(10_000), b: ofLength(241) }],
    ['an ampersand, which is sent as six', { a: ofLength(10_236).replace('a', '&') }],
    ['angle brackets, too', { a: ofLength(10_231).replace('aa', '<>') }],
    ['white space in a text', { a: ofLength(10_240).replace('aaaa', 'a  \\n a') }],
    ['space after a quote in a text', { a: ofLength(10_240).replace('aaaa', '\\" aa') }],
  ])('may not be %s', (_, documents) => {
    expect(inlinePolicySize.accepts(documents)).toBe(false);
  });
});

test.each([
  ['InlinePolicySize', ownInlineFits(scope, expr`local.own`, theirs, [services])],
  ['PolicySize', policyFits(scope, expr`local.content`, [services], {})],
  ['S3PolicySize', s3PoliciesFit(scope, expr`local.all`, services)],
  ['AttachmentCount', limitAttachments(scope, expr`3`, [theirs])],
  [
    'AttachedTwice',
    attachedOnce(scope, theirs, { arns: managed, by: 'a', example: 'AWSLambdaRole' }),
  ],
  ['AttachedTwice', attachedOnce(scope, theirs)],
])('%s ends an instruction, and Terraform shows the value', (code, { errorMessage }) => {
  expect(errorMessage).toMatch(/^\w.* must [^$]*; [a-z][^$]*\]$/);
  expect(errorMessage.endsWith(` [${code}]`)).toBe(true);
});
