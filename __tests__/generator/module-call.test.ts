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

test('the README of the caller has the calls, and no resources', () => {
  const readme = moduleFiles(callingModule, noCompanions)['README.md'];

  expect(readme).toContain(
    '| <a name="module_example_thing"></a> [example\\_thing](#module\\_example\\_thing) | ./modules/example-thing | n/a |',
  );
  expect(readme).toContain('## Resources\n\nNo resources.');
});

test('the caller brings licence and changelog for all', () => {
  const changelog = '# Changelog\n\n- `example-thing`: lighter.\n- `other-thing`: darker.\n';
  const companions = { ...noCompanions, changelog };

  expect(moduleFiles(callingModule, companions)['CHANGELOG.md']).toContain('darker');
  expect(moduleFiles(callingModule, companions).LICENSE).toBe('Do as you like.\n');
});
