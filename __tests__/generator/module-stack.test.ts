import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { canonicalJson } from '../../generator/emit/json';
import { ModuleStack } from '../../generator/module-stack';
import { exampleModule } from '../fixtures/example-module';

test('a module is variables, outputs, resources and floors, and nothing else', () => {
  const text = canonicalJson(new ModuleStack(exampleModule, []).toTerraform());

  expect(Object.keys(JSON.parse(text) as object)).toEqual([
    'output',
    'resource',
    'terraform',
    'variable',
  ]);
});

test('a module carries no metadata of CDKTF and no backend', () => {
  const text = canonicalJson(new ModuleStack(exampleModule, []).toTerraform());

  expect(text).not.toContain('"//"');
  expect(text).not.toContain('metadata');
  expect(text).not.toContain('backend');
  expect(text).not.toContain(process.cwd());
});

test('its terraform block is made of floors', () => {
  expect(new ModuleStack(exampleModule, []).toTerraform().terraform).toEqual({
    required_version: '>= 1.3.0',
    required_providers: { example: { source: 'acme/example', version: '>= 1.10.0' } },
  });
});

test('comments of ours beside the locals stay', () => {
  const stack = new ModuleStack(exampleModule, []);
  stack.addOverride('locals.//.buckets', 'as of today');

  expect(stack.toTerraform().locals).toEqual({ '//': { buckets: 'as of today' } });
});

test('a provider does not bring its own version into the terraform block', () => {
  const stack = new ModuleStack(exampleModule, []);
  new AwsProvider(stack, 'aws');

  expect(Object.keys(stack.toTerraform().terraform?.required_providers as object)).toEqual([
    'example',
  ]);
});

test('two syntheses give the same bytes', () => {
  const stack = new ModuleStack(exampleModule, []);
  const [one, other] = [stack.toTerraform(), new ModuleStack(exampleModule, []).toTerraform()];

  expect(canonicalJson(one)).toBe(canonicalJson(other));
  expect(canonicalJson(stack.toTerraform())).toBe(canonicalJson(one));
});
