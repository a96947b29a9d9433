import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { MARKER } from '../../generator/emit/terraform-files';
import { compareTree } from '../../generator/tree';
import { writeTree } from '../../generator/write';
import { contentsOf, fill } from '../fixtures/folder-contents';
import { temporaryFolders } from '../fixtures/temporary-folder';

const newFolder = temporaryFolders();
const main = `{ "//": "${MARKER}" }`;
const oldMain = `{ "//": "${MARKER}", "old": true }`;

/** A folder that holds these files. */
function holding(files: Readonly<Record<string, string>>): string {
  const folder = newFolder();
  fill(folder, files);
  return folder;
}

describe('a module above the others', () => {
  const rootFiles = { 'README.md': 'r', 'main.tf.json': main, 'examples/one/main.tf': 'one' };
  const tree = { root: { above: rootFiles }, modules: { b: { 'main.tf.json': main } } };
  const whole = { ...rootFiles, 'modules/b/main.tf.json': main };
  const writeWhole = (folder: string): void => {
    writeTree(folder, tree, compareTree(folder, tree, true));
  };

  test('is written beside the folder that holds them', () => {
    const folder = join(newFolder(), 'deep');
    writeWhole(folder);

    expect(contentsOf(folder)).toEqual(whole);
  });

  test('makes no folder for others where there are none', () => {
    const folder = newFolder();
    const alone = { root: { above: rootFiles }, modules: {} };
    writeTree(folder, alone, compareTree(folder, alone, true));

    expect(contentsOf(folder)).toEqual(rootFiles);
    expect(existsSync(join(folder, 'modules'))).toBe(false);
  });

  test('replaces what it was, entry by entry, and leaves what others put there', () => {
    const others = { 'notes.md': 'mine', '.github/ci.yml': 'mine' };
    const folder = holding({
      ...others,
      'README.md': 'old',
      'main.tf.json': oldMain,
      'examples/old/main.tf': 'old',
      'retired.tf.json': oldMain,
    });
    writeWhole(folder);

    expect(contentsOf(folder)).toEqual({ ...others, ...whole });
  });

  test.each<[string, Record<string, string>]>([
    ['before its first file', { '.new-main.tf.json': main.slice(0, 9) }],
    ['after its first file', { 'main.tf.json': main, '.new-README.md': '' }],
    ['with a folder moved away', { 'main.tf.json': main, '.old-examples/one/main.tf': 'old' }],
  ])('is put right by the next write where one was cut off %s', (_, left) => {
    const folder = holding(left);
    writeWhole(folder);

    expect(contentsOf(folder)).toEqual(whole);
  });

  test('is known for our own from its first file on', () => {
    const folder = newFolder();
    // no file system takes that name
    const impossible = { 'README.md': 'a', 'LICENSE\0': '', 'main.tf.json': main };
    const cutOff = { root: { above: impossible }, modules: {} };

    expect(() => {
      writeTree(folder, cutOff, compareTree(folder, cutOff, true));
    }).toThrow('null bytes');
    writeWhole(folder);
    expect(contentsOf(folder)).toMatchObject(whole);
  });

  test('is not touched where it is as it should be', () => {
    const folder = holding({ ...whole, '.new-README.md': 'somebody is writing' });
    writeWhole(folder);

    expect(contentsOf(folder)).toHaveProperty(['.new-README.md']);
  });

  const refusal =
    'was not written by ssm-iam and would be replaced; move it away or choose another --out [ForeignFile]';
  test.each<[string, string, Record<string, string>, string]>([
    ['a file', 'README.md', { 'README.md': 'mine' }, refusal],
    ['a folder', 'examples', { 'examples/mine.tf': '' }, refusal],
    ['what only looks like ours', 'main.tf.json', { 'main.tf.json': '{}' }, refusal],
    [
      'what Terraform would read along',
      'network.tf',
      { 'network.tf': '' },
      'was not written by ssm-iam, and Terraform would read it as one module with what is; move it away or choose another --out [ForeignFile]',
    ],
    [
      'that beside our own',
      'network.tf',
      { 'main.tf.json': oldMain, 'network.tf': '' },
      'was not written by ssm-iam, and Terraform would read it as one module with what is; move it away or choose another --out [ForeignFile]',
    ],
    [
      'a module of somebody else',
      'modules/b',
      { 'modules/b/x.tf': '' },
      'was not written by ssm-iam and would be replaced; move it away or choose another --out [ForeignFolder]',
    ],
  ])('is refused over %s, before anything is written', (_, name, foreign, message) => {
    const folder = holding(foreign);

    expect(() => {
      writeWhole(folder);
    }).toThrow(`${join(folder, name)} ${message}`);
    expect(contentsOf(folder)).toEqual(foreign);
  });
});
