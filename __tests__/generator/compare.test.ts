import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { compare, compareRoot, entriesOf, isOurs, strangers } from '../../generator/compare';
import { MARKER } from '../../generator/emit/terraform-files';
import { fill } from '../fixtures/folder-contents';
import { temporaryFolders } from '../fixtures/temporary-folder';

const newFolder = temporaryFolders();
const main = `{ "//": "${MARKER}" }`;
const wanted = { a: { 'main.tf.json': main, 'README.md': 'text\n' } };

/** A folder of modules that holds these files. */
function holding(files: Readonly<Record<string, string>>): string {
  const folder = newFolder();
  fill(folder, files);
  return folder;
}

describe('a module', () => {
  test('that is not there is to be created, with all its files', () => {
    expect(compare(newFolder(), wanted, true)).toEqual([
      { module: 'a', kind: 'create', files: ['README.md', 'main.tf.json'] },
    ]);
  });

  test('that is as it should be is kept', () => {
    const folder = holding({ 'a/main.tf.json': main, 'a/README.md': 'text\n' });

    expect(compare(folder, wanted, true)).toEqual([{ module: 'a', kind: 'keep', files: [] }]);
  });

  test.each<[string, Record<string, string>, string[]]>([
    ['another byte', { 'a/main.tf.json': main, 'a/README.md': 'text\r\n' }, ['README.md']],
    ['a file missing', { 'a/main.tf.json': main }, ['README.md']],
    [
      'files too many, at any depth',
      {
        'a/main.tf.json': main,
        'a/README.md': 'text\n',
        'a/notes.txt': '',
        'a/x/y/z.tf': '',
        'a/.hidden': '',
      },
      ['.hidden', 'notes.txt', 'x/y/z.tf'],
    ],
    [
      'all of that',
      { 'a/README.md': 'other', 'a/z.tf': '' },
      ['README.md', 'main.tf.json', 'z.tf'],
    ],
  ])('that has %s is to be changed', (_, files, differing) => {
    expect(compare(holding(files), wanted, true)).toEqual([
      { module: 'a', kind: 'change', files: differing },
    ]);
  });

  test('that is an empty folder is to be changed', () => {
    const folder = newFolder();
    mkdirSync(join(folder, 'a'));

    expect(compare(folder, wanted, true)).toEqual([
      { module: 'a', kind: 'change', files: ['README.md', 'main.tf.json'] },
    ]);
  });
});

describe('what belongs to no module', () => {
  const folder = holding({
    'ours/main.tf.json': main,
    'ours/x/y.tf': '',
    'foreign/main.tf.json': '{}',
    'foreign/deep/a.tf': '',
    'note.txt': MARKER,
    '.new-b/main.tf.json': main,
    '.old-b/main.tf.json': main,
  });

  test('is to be removed when it is ours, and named when it is not', () => {
    expect(compare(folder, {}, true)).toEqual([
      { module: 'foreign', kind: 'foreign', files: ['deep/a.tf', 'main.tf.json'] },
      { module: 'note.txt', kind: 'foreign', files: [''] },
      { module: 'ours', kind: 'remove', files: ['main.tf.json', 'x/y.tf'] },
    ]);
  });

  test('stays when only some modules are looked at', () => {
    expect(compare(folder, {}, false)).toEqual([]);
  });
});

describe('what lies above the modules', () => {
  const files = { 'main.tf.json': main, 'README.md': 'text\n', 'examples/one/main.tf': 'one' };
  const names = Object.keys(files).sort();

  test.each<[string, Record<string, string>]>([
    ['nothing is there', {}],
    ['nothing but modules and things of others is there', { 'modules/a/x': '', 'notes.md': '' }],
  ])('is to be created where %s', (_, found) => {
    expect(compareRoot(holding(found), 'root', files)).toEqual({
      module: 'root',
      kind: 'create',
      files: names,
    });
  });

  test('is kept as it should be, whatever else is there', () => {
    const others = { 'modules/a/x': '', 'notes.md': '', '.git/HEAD': '', '.new-main.tf.json': '' };

    expect(compareRoot(holding({ ...files, ...others }), 'root', files)).toEqual({
      module: 'root',
      kind: 'keep',
      files: [],
    });
  });

  test.each<[string, Record<string, string>, string[]]>([
    ['another byte', { ...files, 'README.md': 'text' }, ['README.md']],
    ['a file missing', { 'main.tf.json': main, 'examples/one/main.tf': 'one' }, ['README.md']],
    ['a file too many in a folder', { ...files, 'examples/x.txt': '' }, ['examples/x.txt']],
    ['a file more that Terraform reads', { ...files, 'old.tf.json': '{}' }, ['old.tf.json']],
    [
      'a file where a folder should be',
      { 'main.tf.json': main, examples: '' },
      ['README.md', 'examples', 'examples/one/main.tf'],
    ],
  ])('is to be changed where there is %s', (_, found, differing) => {
    expect(compareRoot(holding(found), 'root', files)).toEqual({
      module: 'root',
      kind: 'change',
      files: differing,
    });
  });

  test('is made of entries of its folder', () => {
    expect(entriesOf({ ...files, 'examples/two/main.tf': '' })).toEqual([
      'main.tf.json',
      'README.md',
      'examples',
    ]);
  });

  test('is read by Terraform with whatever it takes for configuration', () => {
    const folder = holding({
      'main.tf.json': '',
      'a.tf': '',
      'b.tf.json': '',
      'c.tofu': '',
      'd.tfvars': '',
      '.e.tf': '',
      'f.json': '',
      'deep/g.tf': '',
    });

    expect(strangers(folder, files)).toEqual(['a.tf', 'b.tf.json', 'c.tofu']);
  });
});

test('a folder that is not there holds nothing', () => {
  const none = join(newFolder(), 'none');

  expect(compare(none, {}, true)).toEqual([]);
  expect(compareRoot(none, 'root', { 'main.tf.json': main }).kind).toBe('create');
  expect(isOurs(none)).toBe(false);
});

test.each<[boolean, string, Record<string, string>]>([
  [true, 'with our marker', { 'main.tf.json': main }],
  [true, 'that lost its main.tf.json', { 'versions.tf.json': main }],
  [false, 'with the marker in another kind of file only', { 'README.md': main }],
  [false, 'without the marker', { 'main.tf.json': '{}' }],
  [false, 'with a part of the marker', { 'main.tf.json': '{ "//": "Written by ssm-iam" }' }],
  [false, 'that is empty', {}],
])('it is %s that a folder %s is ours', (expected, _, files) => {
  expect(isOurs(holding(files))).toBe(expected);
});
