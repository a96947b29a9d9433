import { App, TerraformStack, TerraformVariable } from 'cdktf';
import { Expr } from '../../generator/expression';
import { eachValue } from '../../generator/map-rules';
import { attributeRule, each, lacks, matches, mistake, subject } from '../../generator/rules';
import type { Rule } from '../../generator/rules';
import {
  colour,
  named,
  plain,
  remedy,
  required,
  see,
  short,
  shortAnd,
  small,
} from '../fixtures/example-rules';

const stack = new TerraformStack(new App(), 'rules');
const token = new TerraformVariable(stack, 'name', { type: 'string' }).stringValue;

const of = (code: string) => ({ code, must: 'must be', remedy, see, refused: 'no' });

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
    const two = matches({ ...of('Two'), pattern: '^.{1,3}$', longest: 2 });

    expect(accepts(two, '😀😀')).toBe(true);
    expect(accepts(two, '😀😀😀')).toBe(false);
  });

  test('the other rules take what fits', () => {
    expect(accepts(plain, 'a.b')).toBe(true);
    expect(accepts(small, 5)).toBe(true);
    expect(accepts(colour, '"green"')).toBe(true);
    expect(accepts(each(short), ['a', 'abc', token])).toBe(true);
    expect(accepts(each(short), [])).toBe(true);
    expect(accepts(each(small), [5, null as never, undefined as never])).toBe(true);
    expect(accepts(eachValue(short), { 'not short': 'abc', other: token })).toBe(true);
    expect(accepts(eachValue(small), { five: 5, none: null as never })).toBe(true);
    expect(accepts(eachValue(each(short)), { any: ['a', token], none: [] })).toBe(true);
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
    expect(accepts(eachValue(short), { a: 'abcd' })).toBe(false);
    expect(accepts(eachValue(small), { five: 5, six: 6 })).toBe(false);
    expect(accepts(eachValue(each(short)), { any: ['a', 'abcd'] })).toBe(false);
    expect(accepts(named, { partName: 'abcd' })).toBe(false);
    expect(accepts(required, { partName: null })).toBe(false);
    expect(accepts(required, {})).toBe(false);
  });
});

describe('the message of a broken rule', () => {
  test('says the subject, the demand and the way out', () => {
    expect(mistake('role_name', short)).toBe('role_name must be 1 to 3 letters; write another');
  });

  test('shows a value where nobody else does', () => {
    expect(mistake('size', small, '6')).toBe('size must be at most 5, got 6; write another');
  });

  test('names what there is to choose from', () => {
    expect(mistake('hue', colour)).toBe('hue must be one of "red", ""green""; choose one of these');
  });

  test.each<[string, Rule<never>]>([
    ['x', short],
    ['each of x', each(short)],
    ['each value of x', eachValue(short)],
    ['each of each value of x', eachValue(each(short))],
    ['partName of x', named],
    ['each partName of x', each(named)],
    ['each of partName of x', attributeRule('partName', each(short))],
    ['partName of box of x', attributeRule('box', named)],
  ])('has a subject of its own: %s', (expected, broken) => {
    expect(subject('x', broken)).toBe(expected);
  });
});

test('what must be lacking is looked for in whole characters, as Terraform does', () => {
  const pairs = lacks('^..$', of('Pair'));

  expect(pairs.accepts('ab')).toBe(false);
  expect(pairs.accepts('😀')).toBe(true);
});

test('an attribute of an attribute is named with both', () => {
  expect(attributeRule('box', named).attribute).toBe('box partName');
});

test('null is an error to a length, and none to a pattern alone', () => {
  const onNull = (lengths: object) => matches({ ...of('A'), pattern: '^a$', ...lengths }).onNull;

  expect([{}, { shortest: 1 }, { longest: 1 }].map(onNull)).toEqual([
    ...['refuses', undefined, undefined],
  ]);
  expect(required.condition(new Expr('x')).expression).toBe(shortAnd(false, 'x.part_name'));
});
