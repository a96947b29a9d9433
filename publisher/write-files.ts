import { mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { makeFolder, whileWriting } from '../files';

/** Writes a file as a whole: who reads it sees what was there or what is new. */
export function putFile(path: string, content: string | Uint8Array): void {
  whileWriting(path, () => {
    makeFolder(dirname(path));
    const unfinished = `${path}${UNFINISHED}`;
    try {
      writeFileSync(unfinished, content);
      renameSync(unfinished, path);
    } catch (error) {
      rmSync(unfinished, { force: true });
      throw error;
    }
  });
}

/** Does some work in an empty folder of this machine; the folder is gone when the work is done or has failed. */
export async function inTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = whileWriting(tmpdir(), () => mkdtempSync(join(tmpdir(), 'ssm-iam-publish-')));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Removes what publishers that were killed left unfinished below a folder. */
export function removeUnfinished(folder: string): void {
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(UNFINISHED))
    .forEach((path) => {
      rmSync(join(folder, path));
    });
}

const UNFINISHED = '.unfinished';
