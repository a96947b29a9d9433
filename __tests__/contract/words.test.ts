import type { When } from '../../contract/permissions';
import {
  conditionInWords,
  grantedInWords,
  termInWords,
  textOf,
  whenInWords,
} from '../../contract/words';
import type { Phrase } from '../../contract/words';

const read = (phrase: Phrase): string => textOf(phrase, (code) => `\`${code}\``);

const tests: readonly (readonly [When, string])[] = [
  [{ value: 'lambda_role', test: 'is', operands: [true] }, '`lambda_role`'],
  [{ value: 'lambda_role', test: 'is', operands: [false] }, '`lambda_role` is `false`'],
  [{ value: 'each.value.prefix', test: 'is', operands: [null] }, 'its `prefix` is null'],
  [
    { value: 'each.value.access', test: 'is', operands: ['read', 'read-write'] },
    'its `access` is `read` or `read-write`',
  ],
  [{ value: 'boundary', test: 'is-not', operands: [null] }, '`boundary` is given'],
  [{ value: 'each.value', test: 'is-not', operands: ['a', 'b'] }, 'it is not `a` or `b`'],
  [{ value: 'names', test: 'contains', operands: ['a'] }, '`names` holds `a`'],
  [{ value: 'on', test: 'is', operands: [true, null] }, '`on` is `true` or null'],
  [{ value: 'reach.value.on', test: 'is', operands: [true] }, '`reach.value.on`'],
  [{ value: 'names', test: 'contains', operands: ['a', 'b'] }, '`names` holds `a` or `b`'],
  [{ value: 'names', test: 'does-not-contain', operands: ['a'] }, '`names` does not hold `a`'],
  [{ value: 'each.value', test: 'starts-with', operands: ['a'] }, 'it starts with `a`'],
  [{ value: 'names', test: 'is-empty' }, '`names` is empty'],
  [{ value: 'names', test: 'is-not-empty' }, '`names` is not empty'],
];

test.each(tests)('%j is told as: %s', (when, words) => {
  expect(read(whenInWords(when))).toBe(words);
});

test('a permission is granted always, under conditions, or for each element', () => {
  const on: When = { value: 'on', test: 'is', operands: [true] };

  expect(read(grantedInWords([]))).toBe('always');
  expect(read(grantedInWords([on, { value: 'x', test: 'is-not-empty' }]))).toBe(
    'if `on` and `x` is not empty',
  );
  expect(read(grantedInWords([], 'regions'))).toBe('for each of `regions`');
  expect(read(grantedInWords([on], 'regions'))).toBe('for each of `regions`, if `on`');
});

test('a text is code, with what it depends on behind it', () => {
  expect(read(termInWords({ text: 'a|b' }))).toBe('`a|b`');
  expect(read(termInWords({ text: '${each.value}', for_each: 'names' }))).toBe(
    '`${each.value}` (for each of `names`)',
  );
  expect(read(termInWords({ text: 'x', for_each: 'names', otherwise: '*' }))).toBe(
    '`x` (for each of `names`, or with `*` if there is none)',
  );
});

test('a condition names its key, and what it is compared with', () => {
  const when: When[] = [{ value: 'a', test: 'is', operands: [true] }];
  const values = [{ text: '1' }, { text: '2', when }];
  const condition = { operator: 'StringEquals', key: 'aws:SourceAccount', values };

  expect(read(conditionInWords(condition))).toBe(
    '`aws:SourceAccount` StringEquals `1` or `2` (if `a`)',
  );
  const each = { operator: 'StringLike', key: 'k/${each.key}', values: [{ text: 'v' }] };
  expect(read(conditionInWords({ ...each, for_each: 'tags' }))).toBe(
    '`k/${each.key}` StringLike `v` (for each of `tags`)',
  );
});
