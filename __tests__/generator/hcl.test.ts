import { literalExpression, escapeTemplate, hcl, quote, template } from '../../generator/hcl';

describe('escaping of templates', () => {
  test.each([
    ['leaves plain text alone', 'arn:aws:iam::aws:policy/X', 'arn:aws:iam::aws:policy/X'],
    ['doubles the dollar of an interpolation', 'a${b}', 'a$${b}'],
    ['doubles the per cent of a directive', '%{ if x }', '%%{ if x }'],
    ['escapes every occurrence', '${a}%{b}${c}', '$${a}%%{b}$${c}'],
    ['leaves a dollar without a brace alone', 'costs $5, 7% {of} it', 'costs $5, 7% {of} it'],
    ['adds one dollar to text that holds two', '$${a}', '$$${a}'],
  ])('%s', (_, text, expected) => {
    expect(escapeTemplate(text)).toBe(expected);
  });
});

describe('a string literal', () => {
  test.each([
    ['is quoted', 'a', '"a"'],
    ['escapes quotes', 'say "a"', String.raw`"say \"a\""`],
    ['escapes backslashes', String.raw`\w`, String.raw`"\\w"`],
    ['escapes newlines', 'a\nb', String.raw`"a\nb"`],
    ['escapes templates', '${a}', '"$${a}"'],
  ])('%s', (_, text, expected) => {
    expect(quote(text)).toBe(expected);
  });
});

test.each<[unknown, string]>([
  ['a${b}', '"a$${b}"'],
  [null, 'null'],
  [7200, '7200'],
  [false, 'false'],
  [[], '[]'],
  [['a', ['b']], '["a", ["b"]]'],
  [['a', '"', '%{'], String.raw`["a", "\"", "%%{"]`],
  [{ for: 1, forty: 2 }, '{ "for" = 1, forty = 2 }'],
  [{ 'a:b': { c: [] } }, '{ "a:b" = { c = [] } }'],
  [{ a_b: {}, 'cost center': 1 }, '{ a_b = {}, "cost center" = 1 }'],
])('a literal of any type can be written: %j', (value, expected) => {
  expect(literalExpression(value)).toBe(expected);
});

test('an expression is wrapped once', () => {
  expect(template('var.name')).toBe('${var.name}');
});

describe('an expression over several lines', () => {
  test('comes out on one', () => {
    const text = hcl`concat([
        a],
      b)`;

    expect(text).toBe('concat([ a], b)');
  });

  test('keeps what is put into it byte for byte', () => {
    const inner = '"two\n  lines"';

    expect(hcl`
      f(${inner},
        ${'x'})
    `).toBe('f("two\n  lines", x)');
  });

  test('keeps backslashes as they are typed', () => {
    expect(hcl`regex("\\w", x)`).toBe(String.raw`regex("\\w", x)`);
  });
});
