import { input } from '../../../generator/inputs';
import { defaultRun, toggleRuns } from '../../../generator/tftest/toggles';
import type { Planned } from '../../../generator/tftest/toggles';
import * as type from '../../../generator/types';

const d = { description: 'd' };
const inputs = {
  thingName: input.required(type.string, { ...d, samples: [{ value: 'lamp' }] }),
  isBig: input.withDefault(type.bool, false, d),
  colour: input.nullable(type.string, {
    ...d,
    samples: [
      { value: 'red', with: { isBig: true, unknown: 1 }, makes: { 'thing.this.hue': 'dark' } },
      { value: 'blue' },
    ],
  }),
  free: input.nullable(type.string, d),
};
const planned: Planned = {
  inputs,
  base: { thingName: 'lamp' },
  arguments: (given) =>
    Object.keys(given).map((name) => ({ condition: `argument ${name}`, message: 'm' })),
  others: ({ colour, is_big }) => [
    { condition: `hue ${String(colour)}`, message: 'm' },
    { condition: `size ${String(is_big)}`, message: 'm' },
  ],
  refusals: [
    { failing: ['check.bright'], inputs: { colour: 'red' } },
    { failing: ['Code', 'check.bright'], inputs: { colour: 'blue' } },
    { failing: ['check.big'], inputs: { isBig: true, colour: 'blue' } },
  ],
};

test('the defaults are looked at as a whole', () => {
  const { variables, asserts, failing } = defaultRun(planned);

  expect(variables).toEqual({ thing_name: 'lamp' });
  expect(asserts?.map(({ condition }) => condition)).toEqual([
    'argument is_big',
    'argument colour',
    'argument free',
    'argument thing_name',
    'hue undefined',
    'size undefined',
  ]);
  expect(failing).toBeUndefined();
});

test('each sample is a run that looks at what it changes, and expects what it is warned of', () => {
  const runs = toggleRuns(planned).map(({ name, variables, asserts = [], failing }) => [
    name,
    variables,
    asserts.map(({ condition }) => condition),
    failing,
  ]);

  expect(runs).toEqual([
    ['thing_name', { thing_name: 'lamp' }, ['argument thing_name'], []],
    ['is_big', { thing_name: 'lamp', is_big: true }, ['argument is_big', 'size true'], []],
    [
      'colour',
      { thing_name: 'lamp', is_big: true, colour: 'red' },
      ['argument colour', 'hue red', 'thing.this.hue == "dark"'],
      ['check.bright'],
    ],
    ['colour_2', { thing_name: 'lamp', colour: 'blue' }, ['argument colour', 'hue blue'], []],
  ]);
});
