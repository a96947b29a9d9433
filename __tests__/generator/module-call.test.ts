import { moduleFiles } from '../../generator/generate';
import { callingModule } from '../fixtures/calling-module';
import { emittedModule } from '../fixtures/emitted-module';
import { noCompanions } from '../fixtures/companions';
import { exampleModule } from '../fixtures/example-module';

const emitted = emittedModule(callingModule);

test('the caller needs what the called module needs', () => {
  expect(emitted.versions).toEqual(emittedModule(exampleModule).versions);
});

test('the caller brings the schema, which lies where the contracts look for it', () => {
  const [above, below] = [
    moduleFiles(callingModule, noCompanions),
    moduleFiles(exampleModule, noCompanions),
  ];
  const schemaOf = (text = ''): unknown => (JSON.parse(text) as { $schema: unknown }).$schema;

  expect(schemaOf(above['interface.json'])).toBe('interface.schema.json');
  expect(schemaOf(below['interface.json'])).toBe('../../interface.schema.json');
  expect(above['interface.schema.json']).toBe(noCompanions.schema);
  expect(below).not.toHaveProperty('interface.schema.json');
});
