import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { regenerate } from '../../../publisher/commands/regenerate';
import { generatedFiles } from '../../fixtures/contracts';
import { PROJECT } from '../../fixtures/source-files';

jest.setTimeout(60_000);

test('what is committed is what is generated, file by file', async () => {
  expect(await regenerate({})).toEqual(generatedFiles());
});

test('version and changelog are those that are given', async () => {
  const text = readFileSync(join(PROJECT, 'package.json'), 'utf8');
  const files = await regenerate({
    'package.json': text.replace(/"version": ".*"/, '"version": "9.8.7"'),
    'CHANGELOG.md': '# Changelog\n\n- `s3-access-policy`: another.\n',
  });

  expect(files['modules/instance-profile/README.md']).toContain('v9.8.7');
  expect(files['CHANGELOG.md']).toContain('another');
});
