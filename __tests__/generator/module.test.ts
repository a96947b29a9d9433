import { defineModule } from '../../generator/module';
import { Thing, exampleInputs, exampleModule } from '../fixtures/example-module';

const { name, summary, awsPage, provider, domain } = exampleModule;
const about = { name, summary, awsPage, provider, domain, inputs: exampleInputs };

test('a definition is checked against its construct and its inputs, and comes back as it is', () => {
  const build = (...args: ConstructorParameters<typeof Thing>): Thing => new Thing(...args);
  const outputs = { thingId: 'Id.' };
  const example = { thingName: 'lamp' };

  expect(defineModule({ ...about, outputs, example, build })).toEqual({
    ...about,
    outputs,
    example,
    build,
  });
  // @ts-expect-error an attribute of the construct is left without a description
  defineModule({ ...about, outputs: {}, example, build });
  // @ts-expect-error an output that the construct does not have
  defineModule({ ...about, outputs: { thingId: 'Id.', thingArn: 'ARN.' }, example, build });
  // @ts-expect-error an example without a required input
  defineModule({ ...about, outputs, example: {}, build });
  // @ts-expect-error an example with a value of another type
  defineModule({ ...about, outputs, example: { thingName: 'lamp', parts: 'none' }, build });
});
