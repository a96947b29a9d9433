import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { synthesize } from '../../../generator/interface';
import { catalog, root } from '../../../modules/catalog';
import { rootModule } from '../../../modules/ssm-iam/module';
import { emittedModule } from '../../fixtures/emitted-module';

const model = synthesize(root).interface;

test('the module is named and explained', () => {
  expect(root.name).toBe('ssm-iam');
  expect(root.summary).toMatch(/^[A-Z].{20,}\.$/);
  expect(root.awsPage).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/systems-manager\//);
  expect(root.calls?.every((called) => catalog.includes(called))).toBe(true);
});

test('a module that is added to the catalog stands beside it, and changes nothing', () => {
  const [first = root] = catalog;
  const added = { ...first, name: 'maintenance-window-role' };

  expect(emittedModule(rootModule([...catalog, added]))).toEqual(emittedModule(root));
});

test('inputs and outputs are described in sentences', () => {
  const descriptions = [...model.inputs, ...model.outputs].map(({ description }) => description);

  expect(descriptions.filter((text) => !/^[A-Z].*\.$/s.test(text))).toEqual([]);
});

test('an output tells what the module that it is of tells', () => {
  const told = model.outputs.find(({ name }) => name === 'automation_user_access');

  expect(told?.description).toBe(
    'What `automation-user-access` made, or null: `policy_name`, `policy_arn`, `policy_document`.',
  );
});

test('the floors are the highest of the modules', () => {
  expect(emittedModule(root).versions.terraform).toEqual({
    required_version: '>= 1.5.0',
    required_providers: { aws: { source: 'hashicorp/aws', version: '>= 5.72.0' } },
  });
});

test.each([
  ['variables.tf.json', 12_000],
  ['README.md', 12 * 1024],
  ['main.tf.json', 4_000],
  ['outputs.tf.json', 4_000],
])('%s can be read in two minutes: at most %i bytes', (file, most) => {
  const written = readFileSync(join(__dirname, '../../../generated', file));

  expect(written.length).toBeLessThanOrEqual(most);
});
