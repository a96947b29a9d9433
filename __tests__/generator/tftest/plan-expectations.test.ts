import { input } from '../../../generator/inputs';
import { resourcesOf } from '../../../generator/tftest/instances';
import { argumentAssertions } from '../../../generator/tftest/plan-expectations';
import * as type from '../../../generator/types';

const d = { description: 'd' };
const inputs = {
  thingName: input.required(type.string, d),
  note: input.nullable(type.string, d),
  labels: input.withDefault(type.mapOfString, {}, d),
  owners: input.withDefault(type.set(type.string), [], d),
  isMade: input.withDefault(type.bool, true, d),
};
const resources = resourcesOf({
  resource: {
    thing: {
      one: { name: '${var.thing_name}', note: '${var.note}', other: 'x ${var.thing_name}' },
      some: { count: '${var.is_made ? 1 : 0}', labels: '${var.labels}' },
      keyed: { for_each: '${var.owners}', name: '${var.thing_name}' },
    },
  },
});
const conditions = (given: Readonly<Record<string, unknown>>): string[] =>
  argumentAssertions(given, inputs, resources).map(({ condition }) => condition);

test.each<[string, Readonly<Record<string, unknown>>, string[]]>([
  [
    'every argument that holds nothing else',
    { thing_name: 'a${b}' },
    [
      'alltrue([for one in [thing.one] : one.name == "a$${b}"])',
      'alltrue([for one in values(thing.keyed) : one.name == "a$${b}"])',
    ],
  ],
  ['null', { note: null }, ['alltrue([for one in [thing.one] : one.note == null])']],
  [
    'a map',
    { labels: { a: 'b' } },
    [
      'alltrue([for one in thing.some : jsonencode(one.labels) == jsonencode(tomap({ "a" = "b" }))])',
    ],
  ],
  [
    'the keys of instances',
    { owners: ['b', 'a'] },
    ['jsonencode(sort(keys(thing.keyed))) == jsonencode(sort(["b", "a"]))'],
  ],
  ['a switch that is on', { is_made: true }, ['length(thing.some) == 1']],
  ['a switch that is off', { is_made: false }, ['length(thing.some) == 0']],
  ['nothing that was not given', {}, []],
])('%s is looked at', (_, given, expected) => {
  expect(conditions(given)).toEqual(expected);
});

test('the argument and the input are named', () => {
  expect(argumentAssertions({ note: 'x' }, inputs, resources)[0]?.message).toBe(
    'note of thing.one must be note',
  );
});
