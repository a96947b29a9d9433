import { defineModule } from '../../generator/module';
import { Thing, exampleInputs, exampleModule } from '../fixtures/example-module';

const { name, summary, awsPage, provider, differences, domain } = exampleModule;
const about = { name, summary, awsPage, provider, differences, domain, inputs: exampleInputs };
const words = { title: 'A', text: 'B.', procedure: 'C', see: 'https://example.com', differs: [] };

test('a definition is checked against its construct and its inputs, and comes back as it is', () => {
  const build = (...args: ConstructorParameters<typeof Thing>): Thing => new Thing(...args);
  const outputs = { thingId: 'Id.' };
  const cases = [{ ...words, inputs: { thingName: 'lamp' } }];

  expect(defineModule({ ...about, outputs, cases, build })).toEqual({
    ...about,
    outputs,
    cases,
    build,
  });
  // @ts-expect-error an attribute of the construct is left without a description
  defineModule({ ...about, outputs: {}, cases, build });
  // @ts-expect-error an output that the construct does not have
  defineModule({ ...about, outputs: { thingId: 'Id.', thingArn: 'ARN.' }, cases, build });
  // @ts-expect-error a case without a required input
  defineModule({ ...about, outputs, cases: [{ ...words, inputs: {} }], build });
  const inputs = { thingName: 'lamp', parts: 'none' };
  // @ts-expect-error a case with a value of another type
  defineModule({ ...about, outputs, cases: [{ ...words, inputs }], build });
});
