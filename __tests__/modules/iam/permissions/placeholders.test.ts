import {
  filled,
  holds,
  scopesOf,
  textsOf,
  valueAt,
} from '../../../../modules/iam/permissions/placeholders';
import type { When } from '../../../../modules/iam/permissions/model';

const scope = {
  path: '/a*$b?/',
  switch_on: true,
  none: null,
  names: ['x', 'y'],
  by_key: { one: 'first', two: 'second' },
  each: { key: 'k', value: { name: 'bucket', prefix: 'logs/' } },
  tables: { suffixes: { bucket: 's1' } },
};

test.each([
  ['path', '/a*$b?/'],
  ['each.value.name', 'bucket'],
  ['each.value.nothing', null],
  ['nothing.at.all', null],
  ['names.length', 2],
  ['path.length', null],
  ['constructor', null],
])('the value at %s is %j', (path, value) => {
  expect(valueAt(scope, path)).toEqual(value);
});

const tests: readonly (readonly [When, boolean])[] = [
  [{ value: 'switch_on', test: 'is', operands: [true] }, true],
  [{ value: 'switch_on', test: 'is', operands: [false] }, false],
  [{ value: 'none', test: 'is', operands: [null] }, true],
  [{ value: 'none', test: 'is-not', operands: [null] }, false],
  [{ value: 'path', test: 'is-not', operands: [null, 'x'] }, true],
  [{ value: 'names', test: 'contains', operands: ['y'] }, true],
  [{ value: 'path', test: 'is-not', operands: ['x', '/a*$b?/'] }, false],
  [{ value: 'names', test: 'contains', operands: ['z', 'y'] }, true],
  [{ value: 'names', test: 'contains', operands: ['z'] }, false],
  [{ value: 'none', test: 'contains', operands: ['z'] }, false],
  [{ value: 'names', test: 'does-not-contain', operands: ['z'] }, true],
  [{ value: 'names', test: 'does-not-contain', operands: ['z', 'y'] }, false],
  [{ value: 'none', test: 'does-not-contain', operands: ['z'] }, true],
  [{ value: 'path', test: 'starts-with', operands: ['/a'] }, true],
  [{ value: 'path', test: 'starts-with', operands: ['a', '/'] }, true],
  [{ value: 'path', test: 'starts-with', operands: ['a'] }, false],
  [{ value: 'names', test: 'is-empty' }, false],
  [{ value: 'none', test: 'is-empty' }, true],
  [{ value: 'by_key', test: 'is-not-empty' }, true],
  [{ value: 'none', test: 'is-not-empty' }, false],
];

test.each(tests)('%j: %s', (when, expected) => {
  expect(holds([when], scope)).toBe(expected);
});

test('all tests have to hold', () => {
  const on: When = { value: 'switch_on', test: 'is', operands: [true] };
  const off: When = { value: 'switch_on', test: 'is', operands: [false] };

  expect(holds(undefined, scope)).toBe(true);
  expect(holds([on, on], scope)).toBe(true);
  expect(holds([on, off], scope)).toBe(false);
});

test('a collection gives a scope for each element, with key and value as Terraform has them', () => {
  expect(scopesOf({ names: ['x', 'y'] }, 'names').map(({ each }) => each)).toEqual([
    { key: 'x', value: 'x' },
    { key: 'y', value: 'y' },
  ]);
  expect(scopesOf(scope, 'by_key').map(({ each }) => each)).toEqual([
    { key: 'one', value: 'first' },
    { key: 'two', value: 'second' },
  ]);
  expect(scopesOf(scope, 'none')).toEqual([]);
  expect(scopesOf(scope, 'none', '*').map(({ each }) => each)).toEqual([{ key: '*', value: '*' }]);
  expect(scopesOf({ names: ['x'] }, 'names', '*')).toHaveLength(1);
  expect(scopesOf(scope, undefined)).toEqual([scope]);
});

test.each([
  ['s3/${each.value.name}/*', 's3/bucket/*'],
  ['${each.key}-${each.value.name}', 'k-bucket'],
  ['${path}', '/a*$b?/'],
  ['${folder(each.value.prefix)}*', 'logs/*'],
  ['${folder(each.value.name)}*', 'bucket/*'],
  ['${folder(none)}*', '*'],
  ['${tables.suffixes[each.value.name]}', 's1'],
  ['${tables.suffixes[path]}', undefined],
  ['${tables.nothing[path]}', undefined],
  ['${none}', '${none}'],
  ['${*}', '${*}'],
  ['${switch_on}', 'true'],
  ['${names}', '["x","y"]'],
])('%s is filled with %j', (text, expected) => {
  expect(filled(text, scope)).toBe(expected);
});

test('a value that looks like a placeholder is not filled again', () => {
  expect(filled('${a}${b}', { a: '${b}', b: '$&' })).toBe('${b}$&');
});

test('texts come once for each element, and only under their conditions', () => {
  expect(
    textsOf(
      [
        { text: 'always' },
        { text: '${each.value}', for_each: 'names' },
        {
          text: 'only ${each.value}',
          for_each: 'names',
          when: [{ value: 'each.value', test: 'is', operands: ['y'] }],
        },
        { text: 'never', when: [{ value: 'none', test: 'is-not', operands: [null] }] },
        { text: '${tables.suffixes[path]}' },
      ],
      scope,
    ),
  ).toEqual(['always', 'x', 'y', 'only y']);
});
