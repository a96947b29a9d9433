import { conditionUnlessNull, passes, some } from '../../generator/nulls';
import { attributeRule, matches } from '../../generator/rules';
import { plain, short, shortAnd } from '../fixtures/example-rules';

test('other rules let null pass, at synth and in a plan', () => {
  const form = matches({ pattern: '^a$', refused: 'b', code: 'A', must: '', remedy: '', see: '' });

  const items = [null, undefined, 'a', 'long'] as string[];
  expect(items.map((item) => passes(short, item))).toEqual([true, true, true, false]);
  expect(conditionUnlessNull(short, 'x')).toBe(shortAnd(true, 'x'));
  expect(conditionUnlessNull(form, 'x')).toBe('x == null || can(regex("^a$", x))');
  const attribute = attributeRule('name', plain);
  expect(conditionUnlessNull(attribute, 'x')).toBe(attribute.condition('x'));
});

test('some of the entries are not null', () => {
  expect(some({ a: null, b: undefined, c: 'd', e: '' })).toEqual({ c: 'd', e: '' });
});
