import { moduleShape } from '../../contract/module';

type Part = keyof typeof moduleShape;

const input = {
  ...{ name: 'size', type: 'string', description: 'The size.', required: true },
  ...{ nullable: false, attributes: [], rules: [] },
};
const rule = { code: 'Size', must: 'must be small', remedy: 'shrink it', see: 'https://x.y/' };

test.each<readonly [string, Part, unknown]>([
  ['this version', 'schema_version', 1],
  ['a page', 'see', 'https://example.com/guide'],
  ['an input that has to be given', 'inputs', [input]],
  ['an input with a default', 'inputs', [{ ...input, required: false, default: null }]],
  ['a rule of an attribute', 'inputs', [{ ...input, rules: [{ ...rule, attribute: 'a' }] }]],
  ['a version', 'terraform', { version: '1.5.0', needed_for: 'check' }],
])('%s is taken as it is', (_, part, value) => {
  expect(moduleShape[part].parse(value)).toEqual(value);
});

test.each<readonly [string, Part, unknown]>([
  ['another version', 'schema_version', 2],
  ['a page that is none', 'see', 'the guide'],
  ['an input without a name', 'inputs', [{ ...input, name: undefined }]],
  ['a code in small letters', 'inputs', [{ ...input, rules: [{ ...rule, code: 'size' }] }]],
  ['a version that is none', 'terraform', { version: '1.5', needed_for: 'x' }],
  ['a requirement without its inputs', 'requirements', [{ code: 'C', must: 'x', remedy: 'y' }]],
  ['addresses that are no texts', 'addresses', [1]],
])('%s is refused', (_, part, value) => {
  expect(moduleShape[part].safeParse(value).success).toBe(false);
});
