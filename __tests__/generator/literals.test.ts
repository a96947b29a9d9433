import { literalsInTerraform } from '../../generator/literals';
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
