import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { WRITTEN_LIST, readWrittenList, writtenList } from '../../generator/written-list';
import { fill } from '../fixtures/folder-contents';
import { temporaryFolders } from '../fixtures/temporary-folder';

const newFolder = temporaryFolders();

function read(text: string): string[] {
  const folder = newFolder();
  fill(folder, { [WRITTEN_LIST]: text });
  return [...(readWrittenList(folder) ?? [])];
}

test('the list is read as it was written: sorted, each path once', () => {
  const text = writtenList(['modules/a/main.tf.json', '.terraform-docs.yml', 'LICENSE', 'LICENSE']);

  expect(text).toBe('.terraform-docs.yml\nLICENSE\nmodules/a/main.tf.json\n');
  expect(read(text)).toEqual(['.terraform-docs.yml', 'LICENSE', 'modules/a/main.tf.json']);
});

test('a folder without a list is not ours', () => {
  expect(readWrittenList(newFolder())).toBeUndefined();
});

test('line breaks of Windows are none of the paths', () => {
  expect(read('a.md\r\nb/c.md\r\n')).toEqual(['a.md', 'b/c.md']);
});

test('a merge conflict names the files of both sides', () => {
  expect(read('<<<<<<< HEAD\na.md\n=======\nb.md\n>>>>>>> other\n')).toEqual(['a.md', 'b.md']);
});

test.each(['../a', 'a/../../b', '/etc/passwd', '..', '.', 'a/..', 'a//b', 'a/', './a', ''])(
  '"%s" leads out of the folder or to no file, and is passed over',
  (path) => {
    expect(read(`a.md\n${path}\n`)).toEqual(['a.md']);
  },
);

test('a list that cannot be read is named', () => {
  const folder = newFolder();
  mkdirSync(join(folder, WRITTEN_LIST));

  expect(() => readWrittenList(folder)).toThrow(
    `${join(folder, WRITTEN_LIST)} cannot be read (EISDIR: illegal operation on a directory, read); restore it, as with git restore [UnreadableFile]`,
  );
});
