import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { claimFile, putFile } from '../../publisher/write-files';
import { PROJECT } from '../fixtures/source-files';
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

test('a file is claimed once', () => {
  const folder = emptyFolder();
  const path = join(folder, 'a/archive');

  expect(claimFile(path, 'one')).toBeUndefined();
  expect(claimFile(path, 'two')?.toString()).toBe('one');
  expect(readFileSync(path, 'utf8')).toBe('one');
  expect(readdirSync(join(folder, 'a'))).toEqual(['archive']);
});

test('nothing is left of what could not be put', () => {
  const folder = emptyFolder();
  mkdirSync(join(folder, 'taken'));

  expect(() => {
    putFile(join(folder, 'taken'), 'text');
  }).toThrow();
  expect(readdirSync(folder)).toEqual(['taken']);
});

test('of many who claim a file one gets it, and the others what it wrote', async () => {
  const path = join(emptyFolder(), 'claimed');
  const script = `
    const { claimFile } = require(${JSON.stringify(join(PROJECT, 'dist/publisher/write-files'))});
    const found = claimFile(${JSON.stringify(path)}, process.argv[1]);
    console.log(found === undefined ? 'mine' : String(found));`;
  const ended = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => outputOf(['-e', script, name]));
  const said = await Promise.all(ended);

  const winner = readFileSync(path, 'utf8');
  expect(said.filter((text) => text === 'mine')).toHaveLength(1);
  expect(said.filter((text) => text !== 'mine')).toEqual(Array(5).fill(winner));
  expect(existsSync(path)).toBe(true);
});

function outputOf(args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  return new Promise((resolve) => {
    child.on('close', () => {
      resolve(text.trim());
    });
  });
}
