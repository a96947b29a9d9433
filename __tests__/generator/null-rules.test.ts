import { noNullElements, noNullValues, orNull } from '../../generator/null-rules';
import { mistake, subject } from '../../generator/rules';
import { short } from '../fixtures/example-rules';

test('where null is a choice, the way out says what it is for', () => {
  expect(mistake('note', orNull(short, 'for none'))).toBe(
    'note must be 1 to 3 letters; write another, or null for none',
  );
});

test('null in a collection is refused with the way to leave it out', () => {
  expect(mistake(subject('x', noNullElements), noNullElements)).toBe(
    'each of x must not be null; leave it out, like [for v in [...] : v if v != null]',
  );
  expect(mistake(subject('x', noNullValues), noNullValues)).toBe(
    'each value of x must not be null; leave the key out, like { for k, v in {...} : k => v if v != null }',
  );
  expect(noNullElements.condition('x')).toBe('alltrue([for item in x : item != null])');
  expect(noNullValues.condition('x')).toBe('alltrue([for value in x : value != null])');
});

test.each([
  ['elements', noNullElements, ['a', null], ['a']],
  ['elements that are left open', noNullElements, [undefined], []],
])('%s that are null are refused, others are not', (_, rule, bad, good) => {
  expect(rule.accepts(bad)).toBe(false);
  expect(rule.accepts(good)).toBe(true);
  expect(rule.accepts(rule.refused(good) as unknown[])).toBe(false);
});

test('values that are null are refused, others are not', () => {
  expect(noNullValues.accepts({ a: 'b', c: null })).toBe(false);
  expect(noNullValues.accepts({ a: undefined })).toBe(false);
  expect(noNullValues.accepts({ a: 'b' })).toBe(true);
  expect(noNullValues.refused({ a: 'b' })).toEqual({ a: null });
});
