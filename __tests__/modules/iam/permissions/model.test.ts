import { always, is, isNot, isNotEmpty } from '../../../../modules/iam/permissions/model';

test('the short forms say what they stand for', () => {
  expect(always('a', 'b')).toEqual([{ text: 'a' }, { text: 'b' }]);
  expect(is('x', true, null)).toEqual({ value: 'x', test: 'is', operands: [true, null] });
  expect(isNot('x', 'y')).toEqual({ value: 'x', test: 'is-not', operands: ['y'] });
  expect(isNotEmpty('x')).toEqual({ value: 'x', test: 'is-not-empty' });
});
