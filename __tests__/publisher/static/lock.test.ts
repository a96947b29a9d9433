import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { takeLock, waitUntilFree } from '../../../publisher/static/lock';
import { claimFolder } from '../../../publisher/write-files';
import { temporaryFolders } from '../../fixtures/temporary-folder';

const newFolder = temporaryFolders();
const newLock = (): string => join(newFolder(), 'lock');
const waiting = { dead: 300, look: 5 };
const lost = expect.objectContaining({ code: 'LockLost' }) as Error;

test('a lock is there while it is held, and leaves nothing', async () => {
  const path = newLock();
  const lock = await takeLock(path, waiting);
  lock.keep();
  expect(readdirSync(path)).toHaveLength(1);
  lock.release();

  expect(readdirSync(dirname(path))).toEqual([]);
});

test('one publisher has it at a time', async () => {
  const path = newLock();
  let holders = 0;
  const most: number[] = [];
  const publish = async (): Promise<void> => {
    const lock = await takeLock(path, waiting);
    holders += 1;
    most.push(holders);
    await sleep(10);
    lock.keep();
    holders -= 1;
    lock.release();
  };
  await Promise.all(Array.from({ length: 8 }, publish));

  expect(most).toEqual(Array(8).fill(1));
  expect(existsSync(path)).toBe(false);
});

test('whoever works is waited for, however long it takes', async () => {
  const path = newLock();
  const slow = await takeLock(path, waiting);
  let isHeld = true;
  const next = takeLock(path, waiting).then((lock) => {
    expect(isHeld).toBe(false);
    lock.release();
  });
  for (let step = 0; step < 8; step += 1) {
    await sleep(waiting.dead / 3);
    slow.keep();
  }
  isHeld = false;
  slow.release();
  await next;
});

test('of a dead publisher one of the others takes it over', async () => {
  const path = newLock();
  claimFolder(path, 'dead');
  let holders = 0;
  const takeOver = async (): Promise<void> => {
    const lock = await takeLock(path, waiting);
    holders += 1;
    expect(holders).toBe(1);
    await sleep(10);
    holders -= 1;
    lock.release();
  };
  await Promise.all(Array.from({ length: 5 }, takeOver));

  expect(readdirSync(dirname(path))).toEqual([]);
});

test('whoever slept too long neither writes nor gives back the lock of another', async () => {
  const path = newLock();
  const asleep = await takeLock(path, waiting);
  const other = await takeLock(path, waiting);

  expect(() => {
    asleep.keep();
  }).toThrow(lost);
  asleep.release();
  other.keep();
  other.release();
  expect(existsSync(path)).toBe(false);
});

test('what is left between giving back a lock and removing it is free', async () => {
  const path = newLock();
  mkdirSync(path);
  const lock = await takeLock(path, { dead: 60_000, look: 5 });
  lock.release();

  expect(existsSync(path)).toBe(false);
});

test('waiting says what came of it', async () => {
  const path = newLock();
  expect(await waitUntilFree(path, waiting)).toEqual({ held: false });
  const lock = await takeLock(path, waiting);
  const waited = waitUntilFree(path, waiting);
  await sleep(20);
  lock.release();
  expect(await waited).toEqual({ held: true });
  claimFolder(path, 'dead');
  expect(await waitUntilFree(path, waiting)).toEqual({ held: true, abandoned: 'dead' });
});
