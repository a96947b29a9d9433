import { input } from '../../../generator/inputs';
import { combinationRuns } from '../../../generator/tftest/refused-combinations';
import * as type from '../../../generator/types';

const d = { description: 'd' };
const inputs = {
  thingName: input.required(type.string, { ...d, samples: [{ value: 'lamp' }] }),
  maxSize: input.withDefault(type.number, 1, d),
};
const guarded = (...codes: string[]): object => ({
  lifecycle: { precondition: codes.map((code) => ({ error_message: `must [${code}]` })) },
});
const configuration = {
  resource: {
    thing: { free: {}, one: guarded('Other', 'Ordered'), two: guarded('NotOrdered') },
    part: { one: guarded('Ordered') },
  },
} as never;

test('an example of what nothing refuses is an instruction', () => {
  expect(() => combinationRuns([{ failing: ['Gone'], inputs: {} }], inputs, configuration)).toThrow(
    'Gone has an example of what it refuses and no precondition, got none that ends with [Gone]; put it into the lifecycle of a resource, or on an output',
  );
});
