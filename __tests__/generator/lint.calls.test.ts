import { App, TerraformStack } from 'cdktf';
import { lint } from '../../generator/lint';
import type { Block } from '../../generator/terraform-json';

const fit = { required_version: '>= 1.5.0' };

function findings(call: Block, output?: string) {
  const value = output === undefined ? {} : { output: { o: { value: output, description: 'O.' } } };
  const stack = new TerraformStack(new App(), 'calls');
  return lint(stack, { terraform: fit, module: { x: call }, ...value });
}

test('a call of a module in the same package may be shipped', () => {
  expect(findings({ source: './modules/x-2', count: '${1}' })).toEqual([]);
});

test.each([
  '../x',
  './x',
  './modules/../x',
  'acme/x/aws',
  './modules/x/y',
  'x./modules/x',
  undefined,
])('a call of a module at %s is refused', (source) => {
  expect(findings({ source })).toEqual([
    {
      code: 'ModuleSource',
      message: `module.x must be a module of this package, like "./modules/name", got "${String(source)}"`,
    },
  ]);
});

test('an output of a module that may be absent is read with an index', () => {
  const call = { source: './modules/x', count: '${1}' };

  expect(findings(call, '${module.x.id}').map(({ code }) => code)).toEqual(['UnindexedReference']);
  expect(findings(call, '${one(module.x[*].id)}')).toEqual([]);
});
