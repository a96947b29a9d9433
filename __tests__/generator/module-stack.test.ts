import { AwsProvider } from '../../aws-bindings';
import { canonicalJson } from '../../generator/emit/json';
import { ModuleStack } from '../../generator/module-stack';
import { exampleModule } from '../fixtures/example-module';

test('a module carries no metadata of CDKTF and no backend', () => {
  const text = canonicalJson(new ModuleStack(exampleModule).toTerraform());

  expect(text).not.toContain('"//"');
  expect(text).not.toContain('metadata');
  expect(text).not.toContain('backend');
  expect(text).not.toContain(process.cwd());
});

test('comments of ours beside the locals stay', () => {
  const stack = new ModuleStack(exampleModule);
  stack.addOverride('locals.//.buckets', 'as of today');

  expect(stack.toTerraform().locals).toEqual({ '//': { buckets: 'as of today' } });
});

test('a provider does not bring its own version', () => {
  const stack = new ModuleStack(exampleModule);
  new AwsProvider(stack, 'aws');

  expect(stack.toTerraform().terraform).toBeUndefined();
});
