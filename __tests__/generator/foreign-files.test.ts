import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { foreignEntries, refuseForeign } from '../../generator/foreign-files';
import { WRITTEN_LIST } from '../../generator/written-list';
import { fill } from '../fixtures/folder-contents';
import { temporaryFolders } from '../fixtures/temporary-folder';

const newFolder = temporaryFolders();
const put = ['README.md', 'modules/a/main.tf.json'];

function holding(files: Readonly<Record<string, string>>): string {
  const folder = newFolder();
  fill(folder, files);
  return folder;
}

test.each<[string, Record<string, string>]>([
  ['is empty', {}],
  ['is a new repository', { '.git/HEAD': 'ref: refs/heads/main' }],
  ['is being written by another run', { '.ssm-iam-4711-aB3xY9/1': '' }],
  ['has the mark', { [WRITTEN_LIST]: '', 'notes.md': 'mine', 'modules/a/notes.md': 'mine' }],
  ['holds what is listed', { [WRITTEN_LIST]: `${put.join('\n')}\n`, 'README.md': 'old' }],
])('a folder that %s is written to', (_, files) => {
  expect(() => {
    refuseForeign(holding(files), put);
  }).not.toThrow();
});

test('a folder that is not there is written to', () => {
  expect(() => {
    refuseForeign(join(newFolder(), 'none'), put);
  }).not.toThrow();
});

test.each<[string, Record<string, string>]>([
  ['files', { 'notes.md': 'mine' }],
  ['a module that looks like ours', { 'modules/a/main.tf.json': '{ "//": "Written by ssm-iam" }' }],
  ['a hidden file', { '.env': 'SECRET=1' }],
])('a folder with %s and without the mark is refused', (_, files) => {
  const folder = holding(files);

  expect(() => {
    refuseForeign(folder, put);
  }).toThrow(
    `${folder} must be empty or written by ssm-iam, which keeps .ssm-iam-files there; choose another --out, or move what is there away [ForeignFolder]`,
  );
});

test.each<[string, string, Record<string, string>]>([
  ['a file', 'README.md', { 'README.md': 'mine' }],
  ['a folder', 'modules/a/main.tf.json', { 'modules/a/main.tf.json/x': 'mine' }],
  ['a file where a folder must be', 'modules', { modules: 'mine' }],
  ['the same deeper', 'modules/a', { 'modules/a': 'mine' }],
])('in a folder of ours, %s in the way is refused', (_, name, files) => {
  const folder = holding({ ...files, [WRITTEN_LIST]: 'other.md\n' });

  expect(() => {
    refuseForeign(folder, put);
  }).toThrow(
    `${join(folder, name)} must be free for what ssm-iam writes there, got something that it did not write; move that away, or choose another --out [ForeignFile]`,
  );
});

test('a folder in the way of a listed file is refused as well', () => {
  const folder = holding({ [WRITTEN_LIST]: 'README.md\n', 'README.md/mine': '' });

  expect(() => {
    refuseForeign(folder, put);
  }).toThrow('[ForeignFile]');
});

test('a link to a folder is not written through', () => {
  const folder = holding({ [WRITTEN_LIST]: `${put.join('\n')}\n` });
  symlinkSync(newFolder(), join(folder, 'modules'));

  expect(() => {
    refuseForeign(folder, put);
  }).toThrow(`${join(folder, 'modules')} must be free`);
});

test('a link that leads nowhere is somebody’s', () => {
  const folder = holding({ [WRITTEN_LIST]: '' });
  symlinkSync('nowhere', join(folder, 'README.md'));

  expect(() => {
    refuseForeign(folder, put);
  }).toThrow('[ForeignFile]');
});

test('what others put into a generated folder is named once, by its uppermost folder', () => {
  const folder = holding({
    [WRITTEN_LIST]: 'LICENSE\nmodules/a/examples/x/main.tf\n',
    LICENSE: '',
    'notes.md': '',
    'modules/a/examples/x/main.tf': '',
    'modules/a/examples/x/terraform.tfstate': '',
    'modules/a/examples/x/.terraform/a/b': '',
    'modules/mine/c/d': '',
    // what a run left that was killed
    '.ssm-iam-4711-aB3xY9/1': '',
  });
  mkdirSync(join(folder, 'empty'));

  expect(foreignEntries(folder)).toEqual([
    'empty',
    'modules/a/examples/x/.terraform',
    'modules/a/examples/x/terraform.tfstate',
    'modules/mine',
    'notes.md',
  ]);
  expect(foreignEntries(join(folder, 'none'))).toEqual([]);
});
