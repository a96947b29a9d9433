import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { compareTree } from '../../generator/compare';
import type { ModuleChange } from '../../generator/compare';
import { WRITTEN_LIST } from '../../generator/written-list';
import { fill } from '../fixtures/folder-contents';
import { temporaryFolders } from '../fixtures/temporary-folder';

const newFolder = temporaryFolders();
const tree = [
  { name: 'a', folder: 'modules/a/', files: { 'main.tf.json': '{}', 'README.md': 'é\n' } },
  { name: 'above', folder: '', files: { 'README.md': 'above\n' } },
];
const whole = {
  'README.md': 'above\n',
  'modules/a/README.md': 'é\n',
  'modules/a/main.tf.json': '{}',
};
const list = `${Object.keys(whole).join('\n')}\n`;

/** A generated folder that holds these files. */
function holding(files: Readonly<Record<string, string>>): string {
  const folder = newFolder();
  fill(folder, files);
  return folder;
}

const changesOf = (files: Readonly<Record<string, string>>, isWhole = true): ModuleChange[] => [
  ...compareTree(holding(files), tree, isWhole).modules,
];
const kinds = (files: Readonly<Record<string, string>>): string[] =>
  changesOf(files).map(({ module, kind }) => `${kind} ${module}`);

test('what is as it should be is kept, whatever else is there', () => {
  const others = { 'modules/a/terraform.tfstate': '{}', 'notes.md': '', 'modules/b/x.tf': '' };
  const folder = holding({ ...whole, ...others, [WRITTEN_LIST]: list });

  expect(compareTree(folder, tree, true)).toEqual({
    modules: [
      { module: 'a', folder: 'modules/a/', kind: 'keep', files: [] },
      { module: 'above', folder: '', kind: 'keep', files: [] },
    ],
    list,
    isListed: true,
    written: list.trimEnd().split('\n'),
  });
});

test('what Terraform leaves behind is not read', () => {
  const folder = holding({ ...whole, [WRITTEN_LIST]: list });
  // it would be read without end
  mkdirSync(join(folder, 'modules/a/.terraform/providers'), { recursive: true });
  symlinkSync('/dev/zero', join(folder, 'modules/a/.terraform/providers/aws'));
  symlinkSync('..', join(folder, 'modules/a/.terraform/modules'));

  expect(compareTree(folder, tree, true).modules.map(({ kind }) => kind)).toEqual(['keep', 'keep']);
});

test.each<[string, Record<string, string>, string[]]>([
  ['nothing is there', {}, ['create a', 'create above']],
  ['a byte is another', { ...whole, 'modules/a/README.md': 'è\n' }, ['change a', 'keep above']],
  ['a file is longer', { ...whole, 'README.md': 'above\n\n' }, ['keep a', 'change above']],
  [
    'a file is missing',
    { 'README.md': 'above\n', 'modules/a/main.tf.json': '{}' },
    ['change a', 'keep above'],
  ],
  ['a module is missing', { 'README.md': 'above\n' }, ['create a', 'keep above']],
])('where %s', (_, files, expected) => {
  expect(kinds({ ...files, [WRITTEN_LIST]: list })).toEqual(expected);
});

test('a file that is written no more is named, and one that nobody wrote is not', () => {
  const files = {
    ...whole,
    'modules/a/old/x.tf': '',
    'modules/a/mine/x.tf': '',
    'old.md': '',
    [WRITTEN_LIST]: `${list}modules/a/old/x.tf\nmodules/a/never.md\nold.md\n`,
  };

  expect(changesOf(files).map((change) => change.files)).toEqual([
    ['modules/a/old/x.tf'],
    ['old.md'],
  ]);
});

test('a module that is gone is removed, but for what nobody wrote, and only if all modules are looked at', () => {
  const files = {
    ...whole,
    'modules/gone/main.tf.json': '{}',
    'modules/gone/examples/x.tf': '',
    'modules/gone/terraform.tfstate': '',
    [WRITTEN_LIST]: `${list}modules/gone/examples/x.tf\nmodules/gone/main.tf.json\nmodules/left/x.md\n`,
  };

  expect(changesOf(files)[1]).toEqual({
    module: 'gone',
    folder: 'modules/gone/',
    kind: 'remove',
    files: ['modules/gone/examples/x.tf', 'modules/gone/main.tf.json'],
  });
  expect(changesOf(files, false).map(({ module }) => module)).toEqual(['a', 'above']);
});

test('the list keeps the other modules if only some are looked at', () => {
  const folder = holding({ [WRITTEN_LIST]: 'modules/a/old.md\nmodules/b/x.md\n' });

  expect(compareTree(folder, tree, false)).toMatchObject({
    list: `${list}modules/b/x.md\n`,
    isListed: false,
  });
  expect(compareTree(folder, tree, true).list).toBe(list);
});

test('a folder is no file of ours', () => {
  const folder = holding({
    'README.md/x': '',
    'modules/a/README.md': 'é\n',
    'modules/a/main.tf.json': '{}',
    [WRITTEN_LIST]: list,
  });

  expect(compareTree(folder, tree, true).modules.at(-1)).toMatchObject({
    kind: 'create',
    files: ['README.md'],
  });
});

test('a folder in the place of a file that is written no more, or one behind a link, is somebody’s', () => {
  const folder = holding({
    ...whole,
    'modules/a/old.md/terraform.tfstate': '',
    [WRITTEN_LIST]: `${list}modules/a/old.md\nmodules/gone/x.md\n`,
  });
  const elsewhere = holding({ 'x.md': 'mine' });
  symlinkSync(elsewhere, join(folder, 'modules/gone'));

  expect(compareTree(folder, tree, true).modules.map(({ kind }) => kind)).toEqual(['keep', 'keep']);
});

test('a file where a folder should be holds nothing', () => {
  const folder = holding({ 'modules/a': '', 'README.md': 'above\n' });

  expect(compareTree(folder, tree, true).modules[0]?.kind).toBe('create');
});
