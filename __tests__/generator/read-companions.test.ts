import { join } from 'node:path';
import { readCompanions } from '../../generator/read-companions';
import { fill } from '../fixtures/folder-contents';
import { temporaryFolders } from '../fixtures/temporary-folder';

const newFolder = temporaryFolders();

const PROJECT = {
  'package.json': '{ "version": "2.3.4" }',
  LICENSE: 'a licence',
  'CHANGELOG.md': 'a changelog',
  'docs/schemas/interface.schema.json': 'a schema',
};
const EXAMPLES = {
  'modules/lamp/examples/minimal/main.tf': 'minimal',
  'modules/lamp/examples/complete/main.tf': 'complete',
  'modules/lamp/examples/complete/variables.tf': 'variables',
  'modules/lamp/examples/complete/notes.txt': '',
  'modules/lamp/examples/complete/a/z.tf': 'deeper',
  'modules/lamp/examples/complete/.terraform/modules/x/main.tf': 'not ours',
};

const EXPECTED = {
  license: 'a licence',
  schema: 'a schema',
  changelog: 'a changelog',
  examples: {
    chair: {},
    lamp: {
      'complete/a/z.tf': 'deeper',
      'complete/main.tf': 'complete',
      'complete/variables.tf': 'variables',
      'minimal/main.tf': 'minimal',
    },
  },
};

test('what is shipped beside the modules is read from the project', () => {
  const folder = newFolder();
  fill(folder, { ...PROJECT, ...EXAMPLES });

  const companions = readCompanions(['chair', 'lamp'], folder);

  expect(companions).toMatchObject(EXPECTED);
  expect(companions.publication.version).toBe('2.3.4');
  expect(Object.keys(companions.examples.lamp ?? {})).toEqual(Object.keys(EXPECTED.examples.lamp));
});

test('the folder is that of this program', () => {
  const { changelog, examples } = readCompanions(['instance-profile']);

  expect(changelog).toMatch(/^# Changelog/);
  expect(Object.keys(examples['instance-profile'] ?? {})).toContain('minimal/main.tf');
});

test('a built program has its examples in its own folder, and the rest above', () => {
  const folder = newFolder();
  fill(folder, PROJECT);
  fill(join(folder, 'dist'), EXAMPLES);

  expect(readCompanions(['chair', 'lamp'], join(folder, 'dist'))).toMatchObject(EXPECTED);
});

test('texts that are given stand for what the files hold', () => {
  const folder = newFolder();
  fill(folder, { ...PROJECT, ...EXAMPLES });
  const texts = { 'package.json': '{ "version": "3.0.0" }', 'CHANGELOG.md': 'another' };
  const { publication, changelog, license } = readCompanions(['lamp'], folder, texts);

  expect([publication.version, changelog, license]).toEqual(['3.0.0', 'another', 'a licence']);
});
