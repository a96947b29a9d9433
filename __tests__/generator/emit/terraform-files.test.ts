import { terraformFiles } from '../../../generator/emit/terraform-files';

const MARKER =
  'Written by ssm-iam from TypeScript; do not edit. Change the module and run: npm run generate';

test('each block goes into the file where a reader looks for it', () => {
  const files = terraformFiles({
    variable: { v: {} },
    output: { o: {} },
    terraform: { required_version: '>= 1.0.0' },
    resource: { r: { x: {} } },
    locals: { l: 1 },
    moved: [{ from: 'a', to: 'b' }],
    check: { c: {} },
  });
  const blocks = Object.entries(files).map(([name, text]) => [
    name,
    Object.keys(JSON.parse(text) as object),
  ]);

  expect(Object.fromEntries(blocks)).toEqual({
    'main.tf.json': ['//', 'locals', 'resource', 'check', 'moved'],
    'outputs.tf.json': ['//', 'output'],
    'variables.tf.json': ['//', 'variable'],
    'versions.tf.json': ['//', 'terraform'],
  });
});

test('each file says who wrote it and what to run, even when it holds nothing else', () => {
  const empty = `{\n  "//": "${MARKER}"\n}\n`;

  expect(terraformFiles({})).toEqual({
    'main.tf.json': empty,
    'outputs.tf.json': empty,
    'variables.tf.json': empty,
    'versions.tf.json': empty,
  });
});
