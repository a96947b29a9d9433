import { TerraformResource } from 'cdktf';
import { Construct } from 'constructs';
import { generate, moduleFiles } from '../../generator/generate';
import type { ModuleDefinition } from '../../generator/module';
import { noCompanions } from '../fixtures/companions';
import { exampleModule } from '../fixtures/example-module';

test('examples are those that were read', () => {
  const examples = {
    'example-thing': { 'minimal/main.tf': '# one\n' },
    other: { 'a/main.tf': '' },
  };
  const files = moduleFiles(exampleModule, { ...noCompanions, examples });

  expect(files['examples/minimal/main.tf']).toBe('# one\n');
  expect(Object.keys(files).filter((name) => name.startsWith('examples/'))).toHaveLength(1);
});

test('a folder is named after its module', () => {
  const other = { ...exampleModule, name: 'another-thing' };

  expect(Object.keys(generate([exampleModule, other], noCompanions))).toEqual([
    'example-thing',
    'another-thing',
  ]);
  expect(generate([other], noCompanions)['another-thing']?.['README.md']).toContain(
    '# another-thing\n',
  );
  expect(generate([], noCompanions)).toEqual({});
});

test('a module with findings is not generated, and all findings are told', () => {
  const unfit: ModuleDefinition = {
    ...exampleModule,
    provider: { ...exampleModule.provider, source: 'example' },
    outputs: {},
    build: (scope, id) => {
      const parent = new Construct(scope, id);
      const below = new Construct(parent, 'deep');
      new TerraformResource(below, 'unpinned', { terraformResourceType: 'example_thing' });
      return parent;
    },
  };

  expect(() => moduleFiles(unfit, noCompanions))
    .toThrow(`example-thing must not be shipped as it is:
  example_thing.deep_unpinned_`);
  expect(() => moduleFiles(unfit, noCompanions)).toThrow(`[HashedName]
  provider example must have a source with a namespace, got "example" [ProviderSource]
 [ModuleLint]`);
});
