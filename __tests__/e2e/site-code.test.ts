import { spawnSync } from 'node:child_process';
import { siteFiles } from '../../publisher/site/site';
import { fill } from '../fixtures/folder-contents';
import { generatedFiles, releaseOf, siteOf } from '../fixtures/site-releases';
import { temporaryFolders } from '../fixtures/temporary-folder';
import { findTools } from './harness/tools';

const newFolder = temporaryFolders();
const tools = findTools();
const testWithTerraform = tools === undefined ? test.skip : test;

const ENTITIES: Readonly<Record<string, string>> = {
  '&quot;': '"',
  '&#39;': "'",
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
};

testWithTerraform('code on the pages is Terraform, formatted as Terraform does', () => {
  const pages = siteFiles(siteOf(releaseOf('1.1.0', '2026-01-01', generatedFiles())));
  const codes = Object.values(pages)
    .flatMap((page) => [...page.matchAll(/<pre [^>]*><code>([^]*?)<\/code>/g)])
    .map(([, code = '']) => code.replaceAll(/&[\w#]+;/g, (entity) => ENTITIES[entity] ?? entity))
    .filter((code) => / source +=/.test(code));
  const folder = newFolder();
  fill(folder, Object.fromEntries(codes.map((code, index) => [`${index}.tf`, code])));
  const { status, stdout, stderr } = spawnSync(
    tools?.terraform ?? '',
    ['fmt', '-check', '-diff', folder],
    { encoding: 'utf8' },
  );

  expect(codes.length).toBeGreaterThan(25);
  expect([status, stdout, status === 0 ? '' : stderr]).toEqual([0, '', '']);
});
