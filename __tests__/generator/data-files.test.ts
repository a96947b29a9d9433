import { TerraformStack } from 'cdktf';
import { Construct, RootConstruct } from 'constructs';
import { lintDataFiles, readDataFile, shipDataFiles } from '../../generator/data-files';
import type { DataFile } from '../../generator/data-files';
import { expr } from '../../generator/expression';
import { moduleFiles } from '../../generator/generate';
import type { ModuleDefinition } from '../../generator/module';
import type { TerraformJson } from '../../generator/terraform-json';
import { noCompanions } from '../fixtures/companions';
import { exampleModule } from '../fixtures/example-module';

const wanted = expr<boolean>`var.wanted`;
const sizes: DataFile = { name: 'ring-sizes.json', content: { small: ['a-1'], 'x-l': [] } };

function stackOf(build: (stack: TerraformStack) => void): TerraformJson {
  const stack = new TerraformStack(new RootConstruct(), 'stack');
  build(stack);
  return stack.toTerraform() as TerraformJson;
}

test('a module that ships a file reads it from beside itself, where it is needed', () => {
  const { locals } = stackOf((stack) => {
    shipDataFiles(stack, [sizes]);
    expect(readDataFile(new Construct(stack, 'Default'), sizes, wanted)).toEqual(
      expr`local.ring_sizes`,
    );
  });

  expect(locals).toEqual({
    ring_sizes:
      '${one([for name in ["ring-sizes.json"] : jsondecode(file("${path.module}/${name}")) if var.wanted])}',
  });
});

test('a stack that ships no file holds the table itself, once for all that read it', () => {
  const { locals } = stackOf((stack) => {
    const addresses = ['one', 'other'].map((id) =>
      readDataFile(new Construct(stack, id), sizes, wanted),
    );
    expect(addresses).toEqual([expr`local.ring_sizes`, expr`local.ring_sizes`]);
  });

  expect(locals).toEqual({ ring_sizes: sizes.content });
});

test('another file of the module is no reason to look for this one', () => {
  const { locals } = stackOf((stack) => {
    shipDataFiles(stack, [{ ...sizes, name: 'others.json' }]);
    readDataFile(stack, sizes, wanted);
  });

  expect(locals).toEqual({ ring_sizes: sizes.content });
});

test('a file that is read in two ways is refused: one local serves both', () => {
  const reads = (second: DataFile, needed = wanted) =>
    stackOf((stack) => {
      shipDataFiles(stack, [sizes]);
      readDataFile(new Construct(stack, 'one'), sizes, wanted);
      readDataFile(new Construct(stack, 'other'), second, needed);
    });

  expect(reads(sizes).locals).toHaveProperty('ring_sizes');
  expect(() => reads(sizes, expr`var.other`)).toThrow('read twice, and not in the same way');
  expect(() => reads({ ...sizes, content: {} })).toThrow('read twice, and not in the same way');
});

describe('a module with a table', () => {
  const withTable = (file: DataFile): ModuleDefinition => ({
    ...exampleModule,
    dataFiles: [file],
    build: (scope, id, props) => {
      const built = exampleModule.build(scope, id, props);
      readDataFile(built, file, wanted);
      return built;
    },
  });

  test('is generated with the file', () => {
    const files = moduleFiles(withTable(sizes), noCompanions);

    expect(JSON.parse(files['ring-sizes.json'] ?? '')).toEqual(sizes.content);
    expect(files['main.tf.json']).toContain('for name in [\\"ring-sizes.json\\"]');
  });

  test('is not generated with an expression in the file', () => {
    const unfit = withTable({ ...sizes, content: { a: '${var.b}' } });

    expect(() => moduleFiles(unfit, noCompanions)).toThrow('[DataFileTemplate]');
  });
});

const codes = (file: DataFile): string[] => lintDataFiles([file]).map(({ code }) => code);

test('a table of plain texts may be shipped', () => {
  expect(codes(sizes)).toEqual([]);
  expect(codes({ ...sizes, content: { price: '$5 {a} %' } })).toEqual([]);
});

test.each([{ a: ['${b}'] }, { '${a}': 1 }, { a: { b: 'x%{ if c }' } }])(
  'an expression in %j is refused',
  (content) => {
    expect(codes({ ...sizes, content })).toEqual(['DataFileTemplate']);
  },
);
