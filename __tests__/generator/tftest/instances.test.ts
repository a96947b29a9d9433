import { resourcesOf } from '../../../generator/tftest/instances';

test('instances are told as a list, whatever makes them', () => {
  const blocks = { one: {}, some: { count: '${var.x}' }, keyed: { for_each: '${var.y}' } };

  expect(
    resourcesOf({ resource: { thing: blocks, other: { one: {} } } }).map(
      ({ address, instances }) => [address, instances],
    ),
  ).toEqual([
    ['thing.one', '[thing.one]'],
    ['thing.some', 'thing.some'],
    ['thing.keyed', 'values(thing.keyed)'],
    ['other.one', '[other.one]'],
  ]);
  expect(resourcesOf({})).toEqual([]);
});
