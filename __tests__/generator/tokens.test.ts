import { App, Fn, TerraformStack, TerraformVariable, Token } from 'cdktf';
import { Expr, Reference } from '../../generator/expression';
import { holdsToken, mapLiterals } from '../../generator/tokens';

const stack = new TerraformStack(new App(), 'tokens');
const variable = new TerraformVariable(stack, 'name', { type: 'string' });
const count = new TerraformVariable(stack, 'count', { type: 'number' });
const texts = new TerraformVariable(stack, 'texts', { type: 'list(string)' });

describe('a token is seen', () => {
  test.each<[string, unknown]>([
    ['as a string', variable.stringValue],
    ['inside a string', `arn:${variable.stringValue}:x`],
    ['as a number', count.numberValue],
    ['as a list', texts.listValue],
    ['as a value of no type', variable.value],
    ['as a map', new Expr<Record<string, string>>('local.tags').asStringMap(stack)],
    ['as the result of a function', Fn.join('-', ['a', variable.stringValue])],
    ['as a variable of a module', new Reference('name', 'var.name')],
    ['in a list', ['a', variable.stringValue]],
    ['in an object', { a: { b: variable.stringValue } }],
    ['in the key of an object', { [variable.stringValue]: 'a' }],
    ['in an object of a list', [{ a: 'b' }, { a: ['c', count.numberValue] }]],
  ])('%s', (_, value) => {
    expect(holdsToken(value)).toBe(true);
  });

  test.each<[string, unknown]>([
    ['a string', 'TOKEN.1'],
    ['an empty string', ''],
    ['a number', 3600],
    ['a negative number', -1],
    ['true', true],
    ['null', null],
    ['nothing', undefined],
    ['a list', ['a', 1, false, null]],
    ['an object', { a: { b: ['c'] } }],
  ])('not in %s', (_, value) => {
    expect(holdsToken(value)).toBe(false);
  });
});

describe('literal pieces of a string', () => {
  const shout = (text: string): string => text.toUpperCase();

  test('are all of it where there is no token', () => {
    expect(mapLiterals('abc', shout)).toBe('ABC');
  });

  test('are changed around the tokens', () => {
    const token = variable.stringValue;
    const other = Token.asString({ resolve: () => 'x' });

    expect(mapLiterals(`a-${token}-b-${other}c`, shout)).toBe(`A-${token}-B-${other}C`);
  });

  test('are changed between two occurrences of one token', () => {
    const token = variable.stringValue;

    expect(mapLiterals(`${token}a${token}`, shout)).toBe(`${token}A${token}`);
  });

  test('are nothing where the string is one token', () => {
    const changed: string[] = [];
    const token = variable.stringValue;

    expect(mapLiterals(token, (literal) => (changed.push(literal), literal))).toBe(token);
    expect(changed.join('')).toBe('');
  });
});
