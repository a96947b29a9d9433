import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from '../../fixtures/source-files';
import { temporaryFolders } from '../../fixtures/temporary-folder';

const emptyFolder = temporaryFolders();

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
