import { App, TerraformStack, TerraformVariable } from 'cdktf';
import { Construct } from 'constructs';
import { asProps, mistakesIn, refuse, withDefaults } from '../../generator/literal-checks';
import type { Words } from '../../generator/literal-checks';
import { exampleInputs } from '../fixtures/example-module';

/** A caller who shouts. */
const loud: Words = {
  kind: 'Input',
  name: (declared) => declared.toUpperCase(),
  show: (_type, value) => String(value).toUpperCase(),
};

const mistakes = (given: Readonly<Record<string, unknown>>, words = asProps): string[] =>
  mistakesIn(
    exampleInputs,
    [],
    { names: Object.keys(given), values: withDefaults(exampleInputs, given) },
    words,
  ).map(({ code, message }) => `${message} [${code}]`);

test('defaults take the place of what was left out or is null', () => {
  expect(withDefaults(exampleInputs, { thingName: 'lamp', parts: null })).toEqual({
    thingName: 'lamp',
    nickName: null,
    labels: { MyLabel: 'a', 'Cost-Center': 'b' },
    parts: [],
  });
});

test('what is right has no mistakes', () => {
  expect(mistakes({ thingName: 'lamp', nickName: null })).toEqual([]);
});

test('mistakes are told in the words of the caller', () => {
  const given = { nickName: 'Lamp', labels: 'x' };

  expect(mistakes(given)).toEqual([
    'thingName is required; give it a value [MissingProp]',
    'nickName must be 1 to 8 lower-case letters, got "Lamp"; shorten it [LowerCase]',
    'labels must be map(string), got "x"; give a value of that type [WrongType]',
  ]);
  expect(mistakes(given, loud)).toEqual([
    'there is no input nickName; the inputs are THINGNAME, NICKNAME, LABELS, PARTS [UnknownInput]',
    'there is no input labels; the inputs are THINGNAME, NICKNAME, LABELS, PARTS [UnknownInput]',
    'THINGNAME is required; give it a value [MissingInput]',
    'NICKNAME must be 1 to 8 lower-case letters, got "LAMP"; shorten it [LowerCase]',
    'LABELS must be map(string), got "X"; give a value of that type [WrongType]',
  ]);
});

test('a token is left to Terraform', () => {
  const token = new TerraformVariable(new TerraformStack(new App(), 'app'), 'x', {}).stringValue;

  expect(mistakes({ thingName: token })).toEqual([]);
});

describe('refusing', () => {
  const one = { code: 'One', message: 'one is wrong' };

  test('does nothing without mistakes', () => {
    expect(() => {
      refuse([]);
    }).not.toThrow();
  });

  test('throws the only mistake as it is, at its place', () => {
    const scope = new Construct(new TerraformStack(new App(), 'app'), 'ssm');

    expect(() => {
      refuse([one]);
    }).toThrow(/^one is wrong \[One\]$/);
    expect(() => {
      refuse([one], asProps, scope);
    }).toThrow(/^app\/ssm: one is wrong \[One\]$/);
  });

  test('throws several as a list', () => {
    expect(() => {
      refuse([one, { code: 'Two', message: 'two is' }], loud);
    }).toThrow('2 inputs are wrong:\n  one is wrong [One]\n  two is [Two]\n [SeveralMistakes]');
  });
});
