import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { MODULE_NAMES } from '../fixtures/module-names';
import { temporaryFolders } from '../fixtures/temporary-folder';
import { contentsOf } from '../fixtures/folder-contents';

const newFolder = temporaryFolders();

// a busy machine takes its time to start a process
jest.setTimeout(60_000);

test('the CDKTF app has one stack for each module', () => {
  const outdir = newFolder();
  const { status, stderr } = spawnSync(process.execPath, [join(__dirname, '../../dist/main.js')], {
    cwd: newFolder(),
    env: { ...process.env, CDKTF_OUTDIR: outdir, CDKTF_CONTEXT_JSON: '{}' },
    encoding: 'utf8',
  });

  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(Object.keys(contentsOf(outdir)).sort()).toEqual([
    'manifest.json',
    ...MODULE_NAMES.map((name) => `stacks/${name}/cdk.tf.json`),
  ]);
});
