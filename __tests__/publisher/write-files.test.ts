import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { putFile } from '../../publisher/write-files';
import { temporaryFolders } from '../fixtures/temporary-folder';

const emptyFolder = temporaryFolders();

test('a file is put where there was none, in folders that were not there, and in place of another', () => {
  const folder = emptyFolder();
  const path = join(folder, 'a/b/c.json');

  putFile(path, 'one');
  putFile(path, Buffer.from('two'));

  expect(readFileSync(path, 'utf8')).toBe('two');
  expect(readdirSync(join(folder, 'a/b'))).toEqual(['c.json']);
});

test('nothing is left of what could not be put', () => {
  const folder = emptyFolder();
  mkdirSync(join(folder, 'taken'));

  expect(() => {
    putFile(join(folder, 'taken'), 'text');
  }).toThrow();
  expect(readdirSync(folder)).toEqual(['taken']);
});
