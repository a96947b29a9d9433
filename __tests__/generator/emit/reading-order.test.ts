import { inReadingOrder } from '../../../generator/emit/reading-order';

/** The keys of an object, and of the objects in it, in their order. */
function keys(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(keys);
  }
  return typeof value === 'object' && value !== null
    ? Object.entries(value).map(([key, item]) =>
        typeof item === 'object' && item !== null ? [key, keys(item)] : key,
      )
    : value;
}

const orderOf = (type: string, block: object): unknown => keys(inReadingOrder({ [type]: block }));

test('a file is read from what comes in to what is checked', () => {
  const types = 'check module resource moved data locals output terraform variable //'.split(' ');

  expect(Object.keys(inReadingOrder(Object.fromEntries(types.map((type) => [type, {}]))))).toEqual(
    '// terraform variable locals data resource module check output moved'.split(' '),
  );
});

test.each<[string, string, object, string]>([
  [
    'resource',
    'how many there are, what it is called, and how it lives',
    { lifecycle: '', tags: '', zone: '', description: '', count: '', colour: '', thing_name: '' },
    'count thing_name description colour zone tags lifecycle',
  ],
  ['data', 'the keys of its instances', { name: '', for_each: '', '//': '' }, '// for_each name'],
])('a block of %s tells %s', (type, _, block, expected) => {
  expect(orderOf(type, { t: { n: block } })).toEqual([
    [type, [['t', [['n', expected.split(' ')]]]]],
  ]);
});

test.each<[string, object, string]>([
  [
    'variable',
    { validation: '', nullable: '', default: '', description: '', type: '' },
    'type description default nullable validation',
  ],
  ['output', { precondition: '', value: '', description: '' }, 'description value precondition'],
  ['module', { zone: '', count: '', source: '' }, 'source count zone'],
])('the block of a %s has a fixed order', (type, block, expected) => {
  expect(orderOf(type, { n: block })).toEqual([[type, [['n', expected.split(' ')]]]]);
});

test('blocks in a block have the order of blocks', () => {
  const precondition = [{ error_message: '', condition: '' }];
  const lifecycle = { precondition, ignore_changes: '' };

  expect(orderOf('resource', { t: { n: { lifecycle } } })).toEqual([
    [
      'resource',
      [
        [
          't',
          [
            [
              'n',
              [
                [
                  'lifecycle',
                  ['ignore_changes', ['precondition', [['condition', 'error_message']]]],
                ],
              ],
            ],
          ],
        ],
      ],
    ],
  ]);
});

test('names are sorted, whatever they mean elsewhere', () => {
  expect(orderOf('variable', { name: {}, tags: {}, description: {}, zone: {}, count: {} })).toEqual(
    [['variable', ['count', 'description', 'name', 'tags', 'zone'].map((name) => [name, []])]],
  );
  expect(orderOf('resource', { name: { tags: {}, count: {} }, count: {} })).toEqual([
    [
      'resource',
      [
        ['count', []],
        [
          'name',
          [
            ['count', []],
            ['tags', []],
          ],
        ],
      ],
    ],
  ]);
});

test('what stands in a local is in the order in which it was declared', () => {
  const statement = { Sid: '', Effect: '', Action: ['b', 'a'], Condition: { Z: '', A: '' } };

  expect(inReadingOrder({ locals: { z: statement, a: 1, '//': { z: 'why' } } })).toEqual({
    locals: { '//': { z: 'why' }, a: 1, z: statement },
  });
  expect(orderOf('locals', { z: statement, a: 1 })).toEqual([
    ['locals', ['a', ['z', ['Sid', 'Effect', ['Action', ['b', 'a']], ['Condition', ['Z', 'A']]]]]],
  ]);
});

test('lists keep their order, and other blocks are read as blocks', () => {
  expect(
    keys(inReadingOrder({ moved: [{ to: '', from: '' }], terraform: { b: '', a: '' } })),
  ).toEqual([
    ['terraform', ['a', 'b']],
    ['moved', [['from', 'to']]],
  ]);
});
