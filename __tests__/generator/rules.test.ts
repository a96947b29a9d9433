import { App, TerraformStack, TerraformVariable } from 'cdktf';
import { eachKey, eachValue } from '../../generator/map-rules';
import {
  attributeRule,
  each,
  lacks,
  matches,
  mistake,
  mistakeTemplate,
} from '../../generator/rules';
import type { Rule } from '../../generator/rules';
import {
  NAMED,
  colour,
  joining,
  named,
  plain,
  remedy,
  required,
  see,
  short,
  shortAnd,
  shortOf,
  small,
} from '../fixtures/example-rules';

const stack = new TerraformStack(new App(), 'rules');
const token = new TerraformVariable(stack, 'name', { type: 'string' }).stringValue;

const of = (code: string) => ({ code, must: 'must be', remedy, see, refused: 'no' });

describe('on the side of Terraform', () => {
  test.each<[string, Rule<never>, string]>([
    ['a pattern with lengths', short, shortOf('x')],
    ['an absent pattern', plain, 'length(regexall("[*?]", x)) == 0'],
    ['a rule of its own', small, 'x <= 5'],
    ['a closed list', colour, String.raw`contains(["red", "\"green\""], x)`],
    ['every element', each(short), `alltrue([for item in x : ${shortAnd(false, 'item')}])`],
    ['every key', eachKey(short), `alltrue([for key, value in x : ${shortOf('key')}])`],
    [
      'every value',
      eachValue(short),
      `alltrue([for key, value in x : ${shortAnd(false, 'value')}])`,
    ],
    [
      'every element of every value',
      eachValue(each(short)),
      `alltrue([for key, value in x : (value == null ? false : alltrue([for item in value : ${shortAnd(false, 'item')}]))])`,
    ],
    ['an attribute', named, shortAnd(true, 'x.part_name')],
    ['an attribute that has to be there', required, shortAnd(false, 'x.part_name')],
    ['an attribute of every element', each(named), `alltrue([for item in x : ${NAMED}])`],
    [
      'an attribute that every element must have',
      each(required),
      `alltrue([for item in x : (item == null ? false : ${shortAnd(false, 'item.part_name')})])`,
    ],
    [
      'every element that is there',
      each({ ...small, absent: true }),
      'alltrue([for item in x : (item == null ? true : item <= 5)])',
    ],
  ])('%s is a condition', (_, tested, expected) => {
    expect(tested.condition('x')).toBe(expected);
  });

  test('a pattern without lengths asks for none', () => {
    const any = matches({ ...of('A'), pattern: '^a$' });

    expect(any.condition('x')).toBe('can(regex("^a$", x))');
  });

  test('letters that may join are counted one by one', () => {
    expect(joining.condition('x')).toBe(
      String.raw`length(split("", x)) >= 2 && length(split("", x)) <= 3 && can(regex("^\\p{L}*$", x))`,
    );
    expect(each(joining).condition('x')).toContain('length(split("", item)) <= 3');
  });
});

describe('on the side of TypeScript', () => {
  const accepts = <T>(tested: Rule<T>, value: T): boolean => tested.accepts(value);

  test.each([
    ['the shortest text', 'a'],
    ['the longest text', 'abc'],
  ])('a pattern takes %s', (_, value) => {
    expect(accepts(short, value)).toBe(true);
  });

  test.each([
    ['no text', ''],
    ['a text one too long', 'abcd'],
    ['another character', 'aB'],
    ['a newline at the end', 'a\n'],
  ])('a pattern refuses %s', (_, value) => {
    expect(accepts(short, value)).toBe(false);
  });

  test('a length counts characters, not UTF-16 units', () => {
    const two = matches({ ...of('Two'), pattern: '.', longest: 2 });

    expect(accepts(two, '😀😀')).toBe(true);
    expect(accepts(two, '😀😀😀')).toBe(false);
  });

  test('letters that join are more than one character', () => {
    expect(accepts(joining, 'กำ')).toBe(true);
    expect(accepts(joining, 'กำก')).toBe(true);
    expect(accepts(joining, 'กำกำ')).toBe(false);
    expect(accepts(joining, 'ก')).toBe(false);
  });

  test('the other rules take what fits', () => {
    expect(accepts(plain, 'a.b')).toBe(true);
    expect(accepts(small, 5)).toBe(true);
    expect(accepts(colour, '"green"')).toBe(true);
    expect(accepts(each(short), ['a', 'abc', token])).toBe(true);
    expect(accepts(each(short), [])).toBe(true);
    expect(accepts(eachKey(short), { abc: 'not short', [token]: 'any' })).toBe(true);
    expect(accepts(eachValue(short), { 'not short': 'abc', other: token })).toBe(true);
    expect(accepts(eachValue(small), { five: 5 })).toBe(true);
    expect(accepts(eachValue(each(short)), { any: ['a', token], none: [] })).toBe(true);
    expect(accepts(eachKey(short), { abc: ['not looked at'] })).toBe(true);
    expect(accepts(named, { partName: 'abc' })).toBe(true);
    expect(accepts(named, { partName: token })).toBe(true);
    expect(accepts(named, { partName: null })).toBe(true);
    expect(accepts(named, {})).toBe(true);
  });

  test('the other rules refuse what does not', () => {
    expect(accepts(plain, 'a*')).toBe(false);
    expect(accepts(small, 6)).toBe(false);
    expect(accepts(colour, 'green')).toBe(false);
    expect(accepts(each(short), ['a', 'abcd'])).toBe(false);
    expect(accepts(eachKey(short), { abcd: 'a' })).toBe(false);
    expect(accepts(eachValue(short), { a: 'abcd' })).toBe(false);
    expect(accepts(eachValue(small), { five: 5, six: 6 })).toBe(false);
    expect(accepts(eachValue(each(short)), { any: ['a', 'abcd'] })).toBe(false);
    expect(accepts(eachKey(short), { abcd: ['a'] })).toBe(false);
    expect(accepts(named, { partName: 'abcd' })).toBe(false);
    expect(accepts(required, { partName: null })).toBe(false);
    expect(accepts(required, {})).toBe(false);
  });
});

describe('the message of a broken rule', () => {
  test.each<[string, string]>([
    [
      mistake('roleName', short, 'abcd'),
      'roleName must be 1 to 3 letters, got "abcd"; write another',
    ],
    [mistake('size', small, 6), 'size must be at most 5, got 6; write another'],
    [
      mistake('hue', colour, 'blue'),
      'hue must be one of "red", ""green"", got "blue"; choose one of these',
    ],
    [
      mistake('names', each(short), ['a', 'abcd', token, 'B']),
      'names must be 1 to 3 letters, got ["abcd","B"]; write another',
    ],
    [
      mistake('tags', eachKey(short), { a: 'x', long1: 'x', long2: 'x' }),
      'tags must be 1 to 3 letters, got ["long1","long2"]; write another',
    ],
    [
      mistake('tags', eachValue(short), { a: 'long', b: 'x' }),
      'tags must be 1 to 3 letters, got ["a"]; write another',
    ],
    [
      mistake('zones', eachValue(each(short)), { a: ['x', 'long'], b: ['x'] }),
      'zones must be 1 to 3 letters, got ["a"]; write another',
    ],
    [
      mistake('parts', each(named), [{ partName: 'abc' }, { partName: 'long' }]),
      'parts partName must be 1 to 3 letters, got ["long"]; write another',
    ],
    [
      mistake('thing', attributeRule('parts', each(named)), { parts: [{ partName: 'long' }] }),
      'thing parts partName must be 1 to 3 letters, got ["long"]; write another',
    ],
  ])('is an instruction: %s', (message, expected) => {
    expect(message).toBe(expected);
  });

  test.each<[string, Rule<never>, string]>([
    ['a rule of its own', small, 'x'],
    [
      'every element',
      each(short),
      `[for item in x : item == null ? null : item if !(${shortAnd(false, 'item')})]`,
    ],
    ['every key', eachKey(short), `[for key, value in x : key if !(${shortOf('key')})]`],
    [
      'every value',
      eachValue(short),
      `[for key, value in x : key if !(${shortAnd(false, 'value')})]`,
    ],
    ['an attribute', named, 'x.part_name'],
    [
      'an attribute of every element',
      each(named),
      `[for item in x : item == null ? null : item.part_name if !(${NAMED})]`,
    ],
    [
      'every element of an attribute',
      attributeRule('partNames', each(short)),
      `[for item in x.part_names : item == null ? null : item if !(${shortAnd(false, 'item')})]`,
    ],
  ])('prints the offenders at plan: %s', (_, tested, expected) => {
    expect(tested.offendingExpression('x')).toBe(expected);
  });

  test.each<[string, Rule<never>, unknown]>([
    ['short', short, 'abcd'],
    ['each', each(short), ['abcd']],
    ['eachKey', eachKey(short), { abcd: 'x' }],
    ['eachValue', eachValue(short), { a: 'abcd' }],
    ['oneOf', colour, 'blue'],
  ])('differs between the two sides in the value and the code alone: %s', (_, broken, value) => {
    const [before, after] = mistakeTemplate('name', 'var.name', broken).split(
      /\$\{jsonencode\(.*\)\}/,
    );
    const got = JSON.stringify(broken.offending(value as never));

    expect(after?.endsWith(` [${broken.code}]`)).toBe(true);
    expect(mistake('name', broken, value as never)).toBe(
      `${before ?? ''}${got}${after?.replace(` [${broken.code}]`, '') ?? ''}`,
    );
  });

  test('names an attribute in the words of Terraform at plan', () => {
    expect(mistakeTemplate('parts', 'var.parts', each(named))).toMatch(
      /^parts part_name must be 1 to 3 letters, got \$\{jsonencode\(.*\)\}; write another \[Short\]$/,
    );
  });

  test('shows the value of a variable at plan', () => {
    expect(mistakeTemplate('size', 'var.size', small)).toBe(
      'size must be at most 5, got ${jsonencode(var.size)}; write another [Small]',
    );
  });
});

test('what must be lacking is looked for in whole characters, as Terraform does', () => {
  const pairs = lacks('^..$', of('Pair'));

  expect(pairs.accepts('ab')).toBe(false);
  expect(pairs.accepts('😀')).toBe(true);
});
