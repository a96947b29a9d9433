import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
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
    'stacks/automation-administration-role/cdk.tf.json',
    'stacks/automation-execution-role/cdk.tf.json',
    'stacks/automation-service-role/cdk.tf.json',
    'stacks/automation-user-access/cdk.tf.json',
    'stacks/default-host-management/cdk.tf.json',
    'stacks/hybrid-service-role/cdk.tf.json',
    'stacks/instance-profile/cdk.tf.json',
    'stacks/maintenance-window-role/cdk.tf.json',
    'stacks/maintenance-window-user-access/cdk.tf.json',
    'stacks/notification-role/cdk.tf.json',
    'stacks/parameter-store-access/cdk.tf.json',
    'stacks/s3-access-policy/cdk.tf.json',
    'stacks/session-manager-user-access/cdk.tf.json',
    'stacks/user-access/cdk.tf.json',
  ]);
});
