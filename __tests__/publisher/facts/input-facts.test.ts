import type { Input } from '../../../contract/module';
import { inputFindings } from '../../../publisher/facts/input-facts';
import { aRequiredInput, anInput } from '../../fixtures/contracts';

type Row = readonly [string, Input | undefined, Input | undefined, string | undefined];

const list = (input: Input | undefined): Input[] => (input === undefined ? [] : [input]);

test.each<Row>([
  ['removed', anInput(), undefined, 'input-removed: major'],
  ['new and required', undefined, aRequiredInput(), 'input-added-required: major'],
  ['new and optional', undefined, anInput(), 'input-added: minor'],
  ['retyped', anInput(), anInput({ type: 'list(string)' }), 'input-retyped: major'],
  ['without its default', anInput(), aRequiredInput(), 'input-default-removed: major'],
  ['with a default now', aRequiredInput(), anInput(), 'input-default-added: minor'],
  ['with another default', anInput(), anInput({ default: 'big' }), 'input-default-changed: major'],
  [
    'with another default inside',
    anInput({ default: { a: [1] } }),
    anInput({ default: { a: [2] } }),
    'input-default-changed: major',
  ],
  [
    'with the same default',
    anInput({ default: { a: [1] } }),
    anInput({ default: { a: [1] } }),
    undefined,
  ],
  [
    'no longer nullable',
    anInput({ nullable: true, default: null }),
    anInput({ nullable: false, default: null }),
    'input-null-refused: major',
  ],
  [
    'nullable, where null meant the default',
    anInput(),
    anInput({ nullable: true }),
    'input-null-changed: major',
  ],
  [
    'nullable, where null was refused',
    aRequiredInput(),
    aRequiredInput({ nullable: true }),
    'input-null-taken: minor',
  ],
  ['described otherwise', anInput(), anInput({ description: 'Other words.' }), undefined],
])('%s', (_, before, after, expected) => {
  const codes = inputFindings(list(before), list(after)).map(
    ({ code, step }) => `${code}: ${step}`,
  );

  expect(codes).toEqual(expected === undefined ? [] : [expected]);
});

test('both values are told', () => {
  expect(inputFindings([anInput()], [anInput({ default: 'big' })])).toEqual([
    {
      code: 'input-default-changed',
      subject: 'size',
      step: 'major',
      before: 'small',
      after: 'big',
      text: '`size` has another default',
    },
  ]);
});
