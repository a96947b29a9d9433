import { Expr, expr } from '../../generator/expression';
import { conditionUnlessNull, passes, some, unlessNull } from '../../generator/nulls';
import { attributeRule, matches } from '../../generator/rules';
import { plain, short, shortAnd } from '../fixtures/example-rules';

const X = new Expr<never>('x');

test('other rules let null pass, at synth and in a plan', () => {
  const form = matches({ pattern: '^a$', refused: 'b', code: 'A', must: '', remedy: '', see: '' });

  const items = [null, undefined, 'a', 'long'] as string[];
  expect(items.map((item) => passes(short, item))).toEqual([true, true, true, false]);
  expect(conditionUnlessNull(short, X).expression).toBe(shortAnd(true, 'x'));
  expect(conditionUnlessNull(form, X).expression).toBe('x == null || can(regex("^a$", x))');
  const attribute = attributeRule('name', plain);
  expect(conditionUnlessNull(attribute, X)).toEqual(attribute.condition(X));
});

test('null passes where it is a value of its own, and nothing else is evaluated for it', () => {
  expect(unlessNull(X, expr`${X} > 1`).expression).toBe('x == null ? true : x > 1');
});

test('some of the entries are not null', () => {
  expect(some({ a: null, b: undefined, c: 'd', e: '' })).toEqual({ c: 'd', e: '' });
});
