import { join } from 'node:path';
import { readPlan } from '../../../publisher/commands/plan-file';
import { fill } from '../../fixtures/folder-contents';
import { temporaryFolders } from '../../fixtures/temporary-folder';
import { usageError } from '../../fixtures/usage-error';

const emptyFolder = temporaryFolders();

function read(text: string): unknown {
  const folder = emptyFolder();
  fill(folder, { 'plan.json': text });
  return readPlan(join(folder, 'plan.json'));
}

test('a plan is read back as it was written', () => {
  const plan = { schema_version: 1, target: 'git', steps: [] };

  expect(read(JSON.stringify(plan))).toEqual(plan);
});

test.each(['[]', 'null', '"plan"', '{}', '{"schema_version": 2}'])('%s is no plan', (text) => {
  expect(() => read(text)).toThrow(usageError('PlanForm'));
});

test('a file that cannot be read is named', () => {
  expect(() => read('{')).toThrow(usageError('UnreadableFile'));
  expect(() => readPlan('no/such.json')).toThrow(
    usageError('UnreadableFile', expect.stringContaining('no/such.json')),
  );
});
