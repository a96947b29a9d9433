import { warnUnless } from '../../generator/blocks';
import { expr } from '../../generator/expression';
import { synthesize } from '../../generator/interface';
import type { ModuleDefinition } from '../../generator/module';
import { testFiles } from '../../generator/shipped-tests';
import { literal } from '../../generator/expression';
import type { Inputs } from '../../generator/inputs';
import type { Requirement } from '../../generator/requirements';
import { exampleModule } from '../fixtures/example-module';

const files = (definition: ModuleDefinition): Record<string, string> =>
  testFiles(definition, synthesize(definition));

const TABLE = { thing_name: 'table' };
const LAMP = { thing_name: 'lamp', parts: [{ part_name: 'bulb' }] };

/** The variables of the run of the defaults. */
function defaultsOf(definition: ModuleDefinition): unknown {
  const { run } = JSON.parse(files(definition)['tests/defaults.tftest.json'] ?? '') as {
    run: { defaults: { variables: unknown } }[];
  };
  return run[0]?.defaults.variables;
}

test('where these are refused together, the example is taken', () => {
  const noTable: Requirement<Inputs> = {
    code: 'NoTable',
    about: [],
    must: () => 'must be another',
    remedy: () => 'take another',
    refused: {},
    accepts: ({ thingName }) => thingName !== 'table',
    condition: () => literal(true),
  };

  expect(defaultsOf({ ...exampleModule, requirements: [noTable] })).toEqual(LAMP);
});

test.each<[string, object, object]>([
  ['where these are warned of, the example is taken', { parts: [] }, LAMP],
  ['what warns of something else is no reason', { parts: [{ partName: 'x' }] }, TABLE],
])('%s', (_, warned, variables) => {
  const warning: ModuleDefinition = {
    ...exampleModule,
    build: (scope, id, props) => {
      const built = exampleModule.build(scope, id, props);
      warnUnless(built, 'parts', expr`true`, 'no parts', { ...warned });
      return built;
    },
  };

  expect(defaultsOf(warning)).toEqual(variables);
});

test('what a module says of its own field is expected of the plan', () => {
  const expecting: ModuleDefinition = {
    ...exampleModule,
    domain: {
      ...exampleModule.domain,
      expects: (given, instancesOf) => [
        {
          condition: `${instancesOf('example_thing.this') ?? ''} of ${JSON.stringify([given.thing_name, given.parts])}`,
          message: 'm',
        },
        { condition: String(instancesOf('example_thing.other')), message: 'm' },
      ],
    },
  };
  const text = files(expecting)['tests/defaults.tftest.json'] ?? '';

  expect(text).toContain(JSON.stringify('${[example_thing.this] of ["table",[]]}'));
  expect(text).toContain('"${undefined}"');
});
