import { App, TerraformStack, TerraformVariable, Token } from 'cdktf';
import type { Expr } from '../../generator/expression';
import { input, orDefault, samplesOf } from '../../generator/inputs';
import type { Props, References } from '../../generator/inputs';
import { lacks } from '../../generator/rules';
import * as type from '../../generator/types';
import { variablesOf } from '../fixtures/variables-of';

const inputs = {
  name: input.required(type.string, { description: 'Name.' }),
  size: input.withDefault(type.number, 5, { description: 'Size.' }),
  note: input.nullable(type.string, { description: 'Note. Null: none.' }),
  tags: input.withDefault(type.mapOfString, {}, { description: 'Tags.' }),
};

describe('an input is declared', () => {
  const blank = lacks(' ', { refused: ' ', code: 'Blank', must: 'm', remedy: 'r', see: 's' });

  test('with what null is for, which its rules say', () => {
    const details = { description: 'd', rules: [blank] };

    expect(input.nullable(type.string, details).rules).toEqual([blank]);
    expect(input.nullable(type.string, { ...details, nullIs: 'for none' })).toMatchObject({
      rules: [{ code: 'Blank', remedy: 'r, or null for none' }],
    });
  });
});

test('the TypeScript type of the props follows the inputs', () => {
  const variable = new TerraformVariable(new TerraformStack(new App(), 'stack'), 'any', {});
  const value = Token.asAny(variable.value);
  const least: Props<typeof inputs> = { name: 'a' };
  const undefinedProps: Props<typeof inputs> = { name: 'a', size: undefined, note: undefined };
  const nullProp: Props<typeof inputs> = { name: 'a', note: null };
  const tokens: Props<typeof inputs> = { name: value, size: value, note: value, tags: value };
  const ofAnyLibrary: Props<typeof inputs> = { name: { resolve: () => 'a' } };
  const literals: Props<typeof inputs> = { name: 'a', size: 1, note: 'b', tags: { c: 'd' } };
  // @ts-expect-error a required input is missing
  const nameless: Props<typeof inputs> = { size: 1 };
  // @ts-expect-error null for an input that is not nullable
  const nullSize: Props<typeof inputs> = { name: 'a', size: null };
  // @ts-expect-error null for a required input
  const nullName: Props<typeof inputs> = { name: null };
  // @ts-expect-error a value of another type
  const mistyped: Props<typeof inputs> = { name: 'a', size: '5' };
  // @ts-expect-error an input that does not exist
  const misspelt: Props<typeof inputs> = { name: 'a', sizes: 5 };
  // @ts-expect-error props are read-only
  literals.size = 2;

  const all = [least, undefinedProps, nullProp, tokens, nameless, nullSize, nullName, mistyped];
  expect([...all, misspelt, ofAnyLibrary]).toHaveLength(10);
});

test('the TypeScript type of the references follows the inputs', () => {
  const references = variablesOf(inputs);
  const name: Expr<string> = references.name;
  const note: Expr<string | null> = references.note;
  const tags: Expr<Readonly<Record<string, string>>> = references.tags;
  // @ts-expect-error a number is no text
  const size: Expr<string> = references.size;
  // @ts-expect-error null is no text
  const certain: Expr<string> = references.note;
  // @ts-expect-error an input is missing
  const partial: References<typeof inputs> = { name: references.name };

  expect([name, note, tags, size, certain, partial]).toHaveLength(6);
});

test('null takes the place of a default where it is a value', () => {
  const access = input.nullableWithDefault(type.string, 'a', { description: 'd' });

  expect([undefined, null, 'b'].map((given) => orDefault(access, given))).toEqual(['a', null, 'b']);
  expect([undefined, null, 9].map((given) => orDefault(inputs.size, given))).toEqual([5, 5, 9]);
  expect(orDefault(inputs.name, null)).toBeUndefined();
});

test('the other value of a bool is its sample, unless it has some', () => {
  const switched = input.withDefault(type.bool, true, { description: 'd' });
  const own = { value: true, with: { name: 'a' } };

  expect(samplesOf(switched)).toEqual([{ value: false }]);
  expect(samplesOf({ ...switched, samples: [own] })).toEqual([own]);
  expect(samplesOf(input.withDefault(type.number, 1, { description: 'd' }))).toEqual([]);
});
