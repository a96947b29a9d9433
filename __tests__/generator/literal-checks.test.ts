import { App, TerraformStack, TerraformVariable, Token } from 'cdktf';
import { Construct } from 'constructs';
import { expr } from '../../generator/expression';
import { input } from '../../generator/inputs';
import { mistakesIn, refuse, withDefaults } from '../../generator/literal-checks';
import type { Requirement } from '../../generator/requirements';
import { attributeRule, each, oneOf } from '../../generator/rules';
import { list, set, string } from '../../generator/types';
import { exampleInputs } from '../fixtures/example-module';

const mistakes = (given: Readonly<Record<string, unknown>>): string[] =>
  mistakesIn(
    exampleInputs,
    [],
    { names: Object.keys(given), values: withDefaults(exampleInputs, given) },
    'Prop',
  ).map(({ code, message }) => `${message} [${code}]`);

test('defaults take the place of what was left out or is null', () => {
  expect(withDefaults(exampleInputs, { thingName: 'lamp', parts: null })).toEqual({
    thingName: 'lamp',
    nickName: null,
    labels: { MyLabel: 'a', 'Cost-Center': 'b' },
    parts: [],
  });
});

test('null stays where it means something', () => {
  const nickName = { ...exampleInputs.nickName, default: 'Nick' };

  expect(withDefaults({ nickName }, { nickName: null })).toEqual({ nickName: null });
  expect(withDefaults({ nickName }, {})).toEqual({ nickName: 'Nick' });
});

test('a set has each element once, as Terraform sees it', () => {
  const names = input.withDefault(set(string), [], { description: 'Names.' });

  expect(withDefaults({ names }, { names: ['b', 'a', 'b', null] })).toEqual({
    names: ['b', 'a', null],
  });
  expect(withDefaults({ names }, { names: 'b' })).toEqual({ names: 'b' });
  const steps = input.withDefault(list(string), [], { description: 'Steps.' });
  expect(withDefaults({ steps }, { steps: ['b', 'b'] })).toEqual({ steps: ['b', 'b'] });
});

test('what is right has no mistakes', () => {
  expect(mistakes({ thingName: 'lamp', nickName: null })).toEqual([]);
});

// terraform-inputs.test.ts has the words of Terraform
test('mistakes are told in the words of the caller', () => {
  expect(mistakes({ nickName: 'Lamp', labels: 'x' })).toEqual([
    'thingName is required; give it a value [MissingProp]',
    'nickName must be 1 to 8 lower-case letters, got "Lamp"; shorten it [LowerCase]',
    'labels must be map(string), got "x"; give a value of that type [WrongType]',
  ]);
});

test('what is wrong in objects is told in the words of the caller, too', () => {
  const known = oneOf(['bulb'], { code: 'KnownPart', see: 'https://example.com/parts' });
  const inputs = {
    parts: { ...exampleInputs.parts, rules: [each(attributeRule('partName', known))] },
  };
  const given = { names: [], values: { parts: [{ partName: 'wire' }] } };

  expect(mistakesIn(inputs, [], given, 'Prop').map(({ message }) => message)).toEqual([
    'each partName of parts must be one of "bulb", got [{"partName":"wire"}]; choose one of these',
  ]);
});

test('what is wrong together is told in the words of the caller, once each by itself is right', () => {
  const lit: Requirement<typeof exampleInputs> = {
    code: 'Lit',
    about: ['nickName', 'thingName'],
    must: (name) => `${name('nickName')} must be lit`,
    remedy: () => 'light it',
    refused: {},
    accepts: () => false,
    condition: () => expr`false`,
  };
  const told = (nickName: string) =>
    mistakesIn(
      exampleInputs,
      [lit],
      { names: [], values: withDefaults(exampleInputs, { thingName: 'lamp', nickName }) },
      'Prop',
    ).map(({ code, message }) => `${message} [${code}]`);

  expect(told('lamp')).toEqual(['nickName must be lit; light it [Lit]']);
  expect(told('Lamp').join()).not.toContain('Lit');
});

const token = new TerraformVariable(new TerraformStack(new App(), 'app'), 'x', {}).stringValue;

test('a token is left to Terraform', () => {
  expect(mistakes({ thingName: token })).toEqual([]);
});

test('a long value is cut, and a token in it has no value yet', () => {
  expect(mistakes({ thingName: 'a'.repeat(198) })[0]).toContain(`got "${'a'.repeat(198)}"; `);
  expect(mistakes({ thingName: 'a'.repeat(199) })[0]).toContain(`got "${'a'.repeat(199)}...; `);
  expect(mistakes({ thingName: [token, Token.asNumber({})] })[0]).toContain(
    'got ["(known after apply)","(known after apply)"]; ',
  );
});

describe('refusing', () => {
  const one = { code: 'One', message: 'one is wrong' };

  test('does nothing without mistakes', () => {
    expect(() => {
      refuse([], 'Prop');
    }).not.toThrow();
  });

  test('throws the only mistake as it is, at its place', () => {
    const scope = new Construct(new TerraformStack(new App(), 'app'), 'ssm');

    expect(() => {
      refuse([one], 'Prop');
    }).toThrow(/^one is wrong \[One\]$/);
    expect(() => {
      refuse([one], 'Prop', scope);
    }).toThrow(/^app\/ssm: one is wrong \[One\]$/);
  });

  test('throws several as a list', () => {
    expect(() => {
      refuse([one, { code: 'Two', message: 'two is' }], 'Input');
    }).toThrow('2 inputs are wrong:\n  one is wrong [One]\n  two is [Two]\n [SeveralMistakes]');
  });
});
