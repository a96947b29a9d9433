import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from '../fixtures/source-files';
import { temporaryFolders } from '../fixtures/temporary-folder';

const newFolder = temporaryFolders();
const current = readFileSync(join(PROJECT, 'modules/iam/managed-policies.json'), 'utf8');

/** What `npm run policies` prints and writes where the data is as given. */
function policies(before: string): { printed: string[]; written: string } {
  const file = join(newFolder(), 'managed-policies.json');
  writeFileSync(file, before);
  const script = join(PROJECT, 'scripts/write-policies.mjs');
  const printed = execFileSync(process.execPath, [script, file], { encoding: 'utf8' });
  return { printed: printed.trim().split('\n'), written: readFileSync(file, 'utf8') };
}

test('what AWS changed is told action by action, and the data is as committed then', () => {
  const all = JSON.parse(current) as Readonly<Record<string, object>>;
  const older = JSON.stringify({
    ...all,
    AWSLambdaRole: {
      ...all.AWSLambdaRole,
      version: 'v0',
      statements: [{ Effect: 'Allow', Action: ['lambda:InvokeAsync'], Resource: ['*'] }],
    },
  });

  const { printed, written } = policies(older);

  expect(printed).toEqual([
    'AWS changed `AWSLambdaRole` from v0 to v1, on 2015-02-06',
    '- Allow lambda:InvokeAsync on *',
    '+ Allow lambda:InvokeFunction on *',
    expect.stringMatching(/^10 policies, 1 changed, as of 20\d\d-\d\d-\d\d$/),
  ]);
  expect(written).toBe(current);
});

test('a new version that allows the same is told as well', () => {
  const all = JSON.parse(current) as Readonly<Record<string, object>>;
  const { printed, written } = policies(
    JSON.stringify({ ...all, AWSLambdaRole: { ...all.AWSLambdaRole, version: 'v0' } }),
  );

  expect(printed).toEqual([
    '`AWSLambdaRole` went from v0 to v1, and allows the same',
    expect.stringMatching(/^10 policies, 0 changed, /),
  ]);
  expect(written).toBe(current);
});
