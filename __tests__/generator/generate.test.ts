import { TerraformResource } from 'cdktf';
import { Construct } from 'constructs';
import { generate, moduleFiles } from '../../generator/generate';
import type { ModuleDefinition } from '../../generator/module';
import { noCompanions } from '../fixtures/companions';
import { exampleModule } from '../fixtures/example-module';

test('a module is four files of Terraform, a README with its settings, a contract and tests', () => {
  expect(Object.keys(moduleFiles(exampleModule, noCompanions)).sort()).toEqual([
    '.terraform-docs.yml',
    'README.md',
    'interface.json',
    'main.tf.json',
    'outputs.tf.json',
    'tests/defaults.tftest.json',
    'tests/inputs.tftest.json',
    'tests/rules.tftest.json',
    'variables.tf.json',
    'versions.tf.json',
  ]);
});

test('examples are those that were read', () => {
  const examples = {
    'example-thing': { 'minimal/main.tf': '# one\n' },
    other: { 'a/main.tf': '' },
  };
  const files = moduleFiles(exampleModule, { ...noCompanions, examples });

  expect(files['examples/minimal/main.tf']).toBe('# one\n');
  expect(Object.keys(files).filter((name) => name.startsWith('examples/'))).toHaveLength(1);
});

test('each file ends with one newline', () => {
  for (const text of Object.values(moduleFiles(exampleModule, noCompanions))) {
    expect(text).toMatch(/[^\n]\n$/);
  }
});

test('a file is the same whenever it is written', () => {
  expect(moduleFiles(exampleModule, noCompanions)['versions.tf.json']).toBe(`{
  "//": "Written by ssm-iam from TypeScript; do not edit. Change the module and run: npm run generate",
  "terraform": {
    "required_version": ">= 1.3.0",
    "required_providers": {
      "example": {
        "source": "acme/example",
        "version": ">= 1.10.0"
      }
    }
  }
}
`);
  expect(moduleFiles(exampleModule, noCompanions)).toEqual(
    moduleFiles(exampleModule, noCompanions),
  );
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
