import { input } from '../../../../generator/inputs';
import * as type from '../../../../generator/types';
import { inputsScope } from '../../../../modules/iam/permissions/inputs-scope';

const part = type.object({
  partName: type.attribute.required(type.string, 'Name.'),
  size: type.attribute.optional(type.number, 'Size.', 3),
  colour: type.attribute.optional(type.string, 'Colour.'),
});

const inputs = {
  isOn: input.withDefault(type.bool, true, { description: 'On.' }),
  nickName: input.nullable(type.string, { description: 'Name.' }),
  thingId: input.required(type.string, { description: 'Id.' }),
  parts: input.withDefault(type.list(part), [], { description: 'Parts.' }),
  byName: input.withDefault(type.map(part), {}, { description: 'Parts by name.' }),
  names: input.withDefault(type.set(type.string), [], { description: 'Names.' }),
};

test('what is left out or null takes its default, under the name that Terraform has', () => {
  expect(inputsScope(inputs, { nick_name: null, is_on: null })).toEqual({
    is_on: true,
    nick_name: null,
    thing_id: null,
    parts: [],
    by_name: {},
    names: [],
  });
});

test('null stays where it is a value', () => {
  const choice = { on: input.nullableWithDefault(type.string, 'a', { description: 'Choice.' }) };

  expect([{}, { on: null }, { on: 'b' }].map((given) => inputsScope(choice, given))).toEqual([
    { on: 'a' },
    { on: null },
    { on: 'b' },
  ]);
});

test('a set holds each element once, in order', () => {
  expect(inputsScope(inputs, { names: ['b', 'a', 'b'] }).names).toEqual(['a', 'b']);
});

test('what is given stays, and no other input comes along', () => {
  expect(inputsScope(inputs, { is_on: false, thing_id: 'x', other: 1 })).toMatchObject({
    is_on: false,
    thing_id: 'x',
  });
  expect(inputsScope(inputs, { other: 1 })).not.toHaveProperty('other');
});

test('attributes of objects in lists and maps take their defaults too', () => {
  const whole = { part_name: 'a', size: 3, colour: null };

  expect(
    inputsScope(inputs, {
      parts: [{ part_name: 'a' }, { part_name: 'b', size: 1, colour: 'red' }],
      by_name: { x: { part_name: 'a', size: null } },
    }),
  ).toMatchObject({
    parts: [whole, { part_name: 'b', size: 1, colour: 'red' }],
    by_name: { x: whole },
  });
});
