import { TerraformResource } from 'cdktf';
import { Construct } from 'constructs';
import { generate, moduleFiles } from '../../generator/generate';
import type { ModuleDefinition } from '../../generator/module';
import { callingModule } from '../fixtures/calling-module';
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

test('a module that calls others lies above them, and comes after them', () => {
  const tree = generate([callingModule, exampleModule], noCompanions);

  expect(tree.map(({ name, folder }) => [name, folder])).toEqual([
    ['example-thing', 'modules/example-thing/'],
    ['example-caller', ''],
  ]);
  expect(tree[0]?.files).toEqual(moduleFiles(exampleModule, noCompanions));
});

test('a module with findings is not generated, and all findings are told', () => {
  const unfit: ModuleDefinition = {
    ...exampleModule,
    outputs: {},
    build: (scope, id) => {
      const parent = new Construct(scope, id);
      const below = new Construct(parent, 'deep');
      const thing = { terraformResourceType: 'example_thing' };
      new TerraformResource(below, 'unpinned', thing).addOverride('path', '/home/me/x');
      return parent;
    },
  };

  expect(() => moduleFiles(unfit, noCompanions))
    .toThrow(`example-thing must not be shipped as it is:
  example_thing.deep_unpinned_`);
  expect(() => moduleFiles(unfit, noCompanions)).toThrow(`[HashedName]
  "/home/me/x" is a path of one machine; make it relative or leave it out [AbsolutePath]
 [ModuleLint]`);
});
