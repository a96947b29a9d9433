import { input } from '../../../generator/inputs';
import { attributeRule, each } from '../../../generator/rules';
import {
  refusedValues,
  refusingRuns,
  requiredSamples,
} from '../../../generator/tftest/refused-values';
import * as type from '../../../generator/types';
import { plain, short, small } from '../../fixtures/example-rules';

const part = type.object({
  partName: type.attribute.required(type.string, 'd'),
  note: type.attribute.optional(type.string, 'd'),
  isSpare: type.attribute.optional(type.bool, 'd'),
});
const inputs = {
  thingName: input.required(type.string, {
    description: 'd',
    rules: [short, plain],
    samples: [{ value: 'abc' }],
  }),
  size: input.withDefault(type.number, 1, {
    description: 'd',
    rules: [small],
    samples: [{ value: 7 }],
  }),
  parts: input.withDefault(type.list(part), [], {
    description: 'd',
    rules: [each(attributeRule('partName', short)), each(attributeRule('note', plain))],
    samples: [{ value: [{ partName: 'abc', note: 'x', isSpare: true }] }],
  }),
  free: input.withDefault(type.string, '', { description: 'd', samples: [{ value: 'x' }] }),
};

test('the rules of all inputs share as few runs as there can be', () => {
  expect(refusingRuns(inputs)).toEqual([
    {
      name: 'refuses_1',
      about: 'thing_name: Short, size: Small, parts: Short',
      variables: { thing_name: 'long', size: 8, parts: [{ part_name: 'long' }] },
      failing: ['var.thing_name', 'var.size', 'var.parts'],
    },
    {
      name: 'refuses_2',
      about: 'thing_name: Plain, parts: Plain',
      variables: { thing_name: 'a*', parts: [{ part_name: 'abc', note: 'a*' }] },
      failing: ['var.thing_name', 'var.parts'],
    },
  ]);
  expect(refusingRuns({})).toEqual([]);
});

test('an input that must be given has its sample where it is not refused', () => {
  const { thingName, size } = inputs;

  expect(refusingRuns({ thingName: { ...thingName, rules: [] }, size })[0]?.variables).toEqual({
    thing_name: 'abc',
    size: 8,
  });
  expect(requiredSamples(inputs)).toEqual({ thingName: 'abc' });
});

test('an example knows its rule', () => {
  expect(refusedValues('size', inputs.size)).toEqual([{ input: 'size', code: 'Small', value: 8 }]);
});
