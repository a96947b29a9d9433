import { Token } from 'cdktf';
import { eachValue } from '../../generator/map-rules';
import { each } from '../../generator/rules';
import { colour, named, plain, short, small } from '../fixtures/example-rules';

// what the lifted rules take, refuse and print stands beside that of the others in rules.test.ts

test('an example of a value keeps its key', () => {
  expect(eachValue(short).refused({ a: 'x', b: 'y' })).toEqual({ a: 'long' });
  expect(eachValue(each(short)).refused({ a: ['x', 'y'] })).toEqual({ a: ['long'] });
});

test('an example is refused whatever it is lifted to', () => {
  const refuses = <T>(rule: { accepts(value: T): boolean; refused(value: T): unknown }, value: T) =>
    !rule.accepts(rule.refused(value) as T);

  expect(refuses(short, 'a')).toBe(true);
  expect(refuses(plain, 'a')).toBe(true);
  expect(refuses(small, 3)).toBe(true);
  expect(refuses(colour, 'red')).toBe(true);
  expect(refuses(each(short), ['a'])).toBe(true);
  expect(refuses(named, { partName: 'a' })).toBe(true);
  expect(refuses(eachValue(each(named)), { a: [{ partName: 'a' }] })).toBe(true);
});

test('an example of an attribute keeps the others', () => {
  const object = { partName: 'a', isSpare: true };

  expect(named.refused(object)).toEqual({ partName: 'long', isSpare: true });
});

test('there is no example without a sample to change', () => {
  expect(eachValue(short).refused({})).toEqual({});
  expect(each(short).refused([])).toEqual([]);
});

describe('each entry is looked at', () => {
  const token = Token.asString({ resolve: () => 'x' });

  test('its value', () => {
    const rule = eachValue(short);

    expect(rule.accepts({ long: 'a' })).toBe(true);
    expect(rule.accepts({ a: 'x', b: 'long' })).toBe(false);
    expect(rule.accepts({ a: token })).toBe(true);
  });
});
