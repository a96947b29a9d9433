import { expressionsIn, textsOf, tooLong } from '../../generator/lint-lengths';
import type { TerraformJson } from '../../generator/terraform-json';

const ofLength = (length: number): string => `\${${'x'.repeat(length - 3)}}`;
const codes = (configuration: TerraformJson): string[] =>
  tooLong(textsOf(configuration)).map(({ code }) => code);

describe('an expression', () => {
  test.each<[string, TerraformJson]>([
    ['of 160 characters', { locals: { a: ofLength(160) } }],
    ['that is one of several', { locals: { a: `${ofLength(160)}, ${ofLength(160)}` } }],
    ['that is no expression', { locals: { a: `$${ofLength(161)}`, b: 'x'.repeat(500) } }],
  ])('may be one %s', (_, configuration) => {
    expect(codes(configuration)).toEqual([]);
  });

  test.each<[string, TerraformJson]>([
    ['a local', { locals: { a: { b: [ofLength(161)] } } }],
    ['an argument', { resource: { t: { n: { name: ofLength(161) } } } }],
    ['the call of a module', { module: { m: { count: ofLength(161) } } }],
    [
      'a condition',
      { variable: { v: { validation: [{ condition: ofLength(161), error_message: '' }] } } },
    ],
    ['a text with another', { locals: { a: `a ${ofLength(20)} ${ofLength(161)}` } }],
  ])('of 161 characters is too long in %s', (_, configuration) => {
    expect(codes(configuration)).toEqual(['LongExpression']);
  });

  test('that is too long is told by its address', () => {
    expect(tooLong(textsOf({ locals: { a: { b: [ofLength(200)] } } }))).toEqual([
      {
        code: 'LongExpression',
        message:
          'locals.a.b.0 must have expressions of at most 160 characters, got 200; split it into locals, or make it data',
      },
    ]);
  });
});

describe('an error message', () => {
  const check = (error_message: string): TerraformJson => ({
    check: { c: { assert: [{ condition: '${true}', error_message }] } },
  });

  test('may have 300 characters, of an expression too', () => {
    expect(codes(check('x'.repeat(300)))).toEqual([]);
    expect(codes(check(ofLength(300)))).toEqual([]);
  });

  test('may not have 301', () => {
    expect(tooLong(textsOf(check('x'.repeat(301))))).toEqual([
      {
        code: 'LongMessage',
        message:
          'check.c.assert.0.error_message must have at most 300 characters, got 301; say the rule and the way out',
      },
    ]);
  });
});

test.each<[string, string[]]>([
  ['no expression', []],
  ['a ${b} c ${d}', ['${b}', '${d}']],
  ['${{ for k, v in x : k => v }}', ['${{ for k, v in x : k => v }}']],
  ['${f("}")} b', ['${f("}")}']],
  [String.raw`${'$'}{f("\"}")} b`, [String.raw`${'$'}{f("\"}")}`]],
  ['${f("a${g("}")}b")}c', ['${f("a${g("}")}b")}']],
  ['${f("$${")}${b}', ['${f("$${")}', '${b}']],
  ['"${a}"', ['${a}']],
  ['$${a} } "', []],
])('the expressions in %s are these', (text, expected) => {
  expect(expressionsIn(text)).toEqual(expected);
});
