import type { When } from '../../../contract/permissions';
import {
  conditionInWords,
  grantedInWords,
  termInWords,
  whenInWords,
} from '../../../publisher/site/words';

/** As a reader sees it: code in backticks. */
const read = ({ text }: { text: string }): string => text.replaceAll(/<\/?code>/g, '`');

test.each<[When, string]>([
  [{ value: 'a', test: 'is', operands: [true] }, '`a`'],
  [{ value: 'a', test: 'is', operands: [false] }, '`a` is `false`'],
  [{ value: 'a', test: 'is', operands: ['x', 'y'] }, '`a` is `x` or `y`'],
  [{ value: 'a', test: 'is', operands: [null] }, '`a` is null'],
  [{ value: 'a', test: 'is-not', operands: [null] }, '`a` is given'],
  [{ value: 'a', test: 'is-not', operands: ['x'] }, '`a` is not `x`'],
  [{ value: 'each.value', test: 'is-not', operands: ['x'] }, 'it is not `x`'],
  [{ value: 'each.value.b', test: 'contains', operands: ['x'] }, 'its `b` holds `x`'],
  [{ value: 'a', test: 'is-empty' }, '`a` is empty'],
  [{ value: 'a', test: 'is-not-empty' }, '`a` is not empty'],
  [{ value: 'a', test: 'is', operands: ['<x>'] }, '`a` is `&lt;x&gt;`'],
])('%j', (when, words) => {
  expect(read(whenInWords(when))).toBe(words);
});

test('when something is granted', () => {
  const when: When[] = [
    { value: 'a', test: 'is', operands: [true] },
    { value: 'b', test: 'is-empty' },
  ];

  expect(read(grantedInWords([]))).toBe('always');
  expect(read(grantedInWords(when))).toBe('if `a` and `b` is empty');
  expect(read(grantedInWords([], 'regions'))).toBe('for each of `regions`');
  expect(read(grantedInWords(when.slice(0, 1), 'regions'))).toBe('for each of `regions`, if `a`');
});

test('a text with what it hangs on, and a condition', () => {
  const when: When[] = [{ value: 'a', test: 'is', operands: [true] }];

  expect(read(termInWords({ text: '${x}', when }))).toBe('`${x}` (if `a`)');
  expect(read(termInWords({ text: 'x', for_each: 'all' }))).toBe('`x` (for each of `all`)');
  expect(
    read(
      conditionInWords({
        operator: 'StringEquals',
        key: 'aws:SourceAccount',
        values: [{ text: '1' }, { text: '2' }],
      }),
    ),
  ).toBe('`aws:SourceAccount` StringEquals `1` or `2`');
});
