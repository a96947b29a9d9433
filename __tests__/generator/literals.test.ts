import { input } from '../../generator/inputs';
import { literalsInTerraform } from '../../generator/literals';
import * as type from '../../generator/types';
import { exampleInputs } from '../fixtures/example-module';

test('inputs and the attributes of their objects are in snake_case, keys of maps are not', () => {
  expect(
    literalsInTerraform(
      {
        thingName: 'lamp',
        labels: { MyLabel: 'x' },
        parts: [{ partName: 'bulb', isSpare: true }, { partName: 'shade' }],
      },
      exampleInputs,
    ),
  ).toEqual({
    thing_name: 'lamp',
    labels: { MyLabel: 'x' },
    parts: [{ part_name: 'bulb', is_spare: true }, { part_name: 'shade' }],
  });
});

test('what was left out stays out', () => {
  expect(literalsInTerraform({}, exampleInputs)).toEqual({});
});

const part = type.object({
  partName: type.attribute.required(type.string, 'd'),
  ownParts: type.attribute.optional(
    type.map(type.object({ isSpare: type.attribute.required(type.bool, 'd') })),
    'd',
  ),
});
const inputs = {
  thingName: input.required(type.string, { description: 'd' }),
  someParts: input.withDefault(type.list(part), [], { description: 'd' }),
  myLabels: input.withDefault(type.mapOfString, {}, { description: 'd' }),
};

test('inputs and attributes are named as in Terraform, keys of maps as the caller has them', () => {
  const literals = {
    someParts: [{ partName: 'a', ownParts: { myKey: { isSpare: true } } }, { partName: 'b' }],
    myLabels: { costCenter: 'x' },
    thingName: null,
  };

  expect(literalsInTerraform(literals, inputs)).toEqual({
    some_parts: [{ part_name: 'a', own_parts: { myKey: { is_spare: true } } }, { part_name: 'b' }],
    my_labels: { costCenter: 'x' },
    thing_name: null,
  });
});

test('what no input or attribute is named stays as it is', () => {
  expect(
    literalsInTerraform({ noInput: ['a', { aB: 1 }], someParts: [{ noPart: { aB: 1 } }] }, inputs),
  ).toEqual({
    no_input: ['a', { aB: 1 }],
    some_parts: [{ no_part: { aB: 1 } }],
  });
});
