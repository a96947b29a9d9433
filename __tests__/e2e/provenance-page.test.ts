import { appendFileSync, chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { PROJECT } from '../fixtures/source-files';
import { temporaryFolders } from '../fixtures/temporary-folder';
import { bash, projectWithRelease } from './harness/ci-project';

const newFolder = temporaryFolders();

jest.setTimeout(120_000);

const page = readFileSync(join(PROJECT, 'docs/provenance.md'), 'utf8');
const [whole = '', anew = '', signed = '', ...others] = [
  ...page.matchAll(/```sh\n([^`]*)```/g),
].map(([, script = '']) => script);

/** A project, and the files of its release where somebody has downloaded them. */
async function downloaded() {
  const { folder } = projectWithRelease(newFolder());
  const downloads = newFolder();
  const make = `node dist/publisher/cli.js release assets --out '${downloads}'`;
  const github = { GITHUB_ACTIONS: 'true', GITHUB_SERVER_URL: 'https://github.com' };
  expect(await bash(folder, ['-c', make], github)).toMatchObject({ code: 0 });
  return { folder, downloads };
}

test('the page has three ways of checking', () => {
  expect(whole).toBe('sha256sum --check SHA256SUMS\n');
  expect(anew).toContain('release assets');
  // not run here: it asks GitHub
  expect(signed).toMatch(/^gh attestation verify "ssm-iam-\$VERSION\.tar\.gz" --repo /);
  expect(others).toEqual([]);
});

test('the digests are those of the files', async () => {
  const { downloads } = await downloaded();

  expect(await bash(downloads, ['-c', whole], {})).toMatchObject({ code: 0 });
  appendFileSync(join(downloads, 'sbom.cdx.json'), ' ');
  expect(await bash(downloads, ['-c', whole], {})).toMatchObject({ code: 1 });
});

test('the tag makes the files anew, wherever they were made', async () => {
  const { folder, downloads } = await downloaded();
  const tools = newFolder();
  // the command is built already, and only the bill of materials is made
  const sbom = `[ "$1" != sbom ] || PATH='${process.env.PATH ?? ''}' exec npm "$@"`;
  writeFileSync(join(tools, 'npm'), `#!/bin/sh\n${sbom}\n`);
  chmodSync(join(tools, 'npm'), 0o755);
  const PATH = [tools, process.env.PATH].join(delimiter);
  const env = { PATH, VERSION: '1.0.0', DOWNLOADS: downloads };

  expect(await bash(folder, ['-c', anew], env)).toMatchObject({ code: 0 });
  appendFileSync(join(downloads, 'SHA256SUMS'), 'x');
  expect((await bash(folder, ['-c', anew], env)).code).toBe(1);
});
