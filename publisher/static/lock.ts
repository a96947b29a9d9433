import { randomUUID } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { UsageError } from '../../errors';
import { claimFolder, leaveFolder, touchFile } from '../write-files';

/** How long a lock rests until whoever holds it counts as dead, and how often it is looked at, in milliseconds. */
export interface Waiting {
  readonly dead: number;
  readonly look: number;
}

export const WAITING: Waiting = { dead: 15_000, look: 50 };

/** Held by one publisher at a time. */
export interface Lock {
  /**
   * Says that the holder lives. To be called before each write.
   *
   * @throws UsageError `LockLost` if another publisher took the holder for dead
   */
  keep(): void;
  release(): void;
}

/**
 * Takes a lock, which is a folder with one file. Its holder touches the file
 * while it works: who sees it unchanged for long enough takes it over. No two
 * clocks are compared, so machines may share the disk; and no process is looked
 * for, so it may have run in a container that is gone.
 *
 * @param dead file of a holder that was waited for already
 */
export async function takeLock(path: string, waiting = WAITING, dead?: string): Promise<Lock> {
  const own = randomUUID();
  if (dead !== undefined) {
    leaveFolder(path, dead);
  }
  while (!claimFolder(path, own)) {
    const { abandoned } = await waitUntilFree(path, waiting);
    if (abandoned !== undefined) {
      // with another file in it by now, the folder stays
      leaveFolder(path, abandoned);
    }
  }
  return {
    keep: () => {
      if (!touchFile(join(path, own))) {
        throw new UsageError(
          'LockLost',
          `a publisher must not rest for ${waiting.dead / 1000} seconds, got one that did, and another has taken ${path} over; run this again`,
        );
      }
    },
    release: () => {
      leaveFolder(path, own);
    },
  };
}

/** What came of waiting. */
export interface Waited {
  /** Somebody held the lock. */
  readonly held: boolean;
  /** The file of a holder that seems dead. */
  readonly abandoned?: string;
}

/** Waits while somebody holds a lock and lives. */
export async function waitUntilFree(path: string, { dead, look }: Waiting): Promise<Waited> {
  let seen = holderOf(path);
  if (seen === undefined) {
    return { held: false };
  }
  for (let rested = 0; rested < dead; rested += look) {
    await sleep(look);
    const now = holderOf(path);
    if (now === undefined) {
      return { held: true };
    }
    if (now.file !== seen.file || now.touched !== seen.touched) {
      seen = now;
      rested = 0;
    }
  }
  return { held: true, abandoned: seen.file };
}

interface Holder {
  readonly file: string;
  readonly touched: number | undefined;
}

function holderOf(path: string): Holder | undefined {
  const [file] = filesIn(path);
  return file === undefined
    ? undefined
    : { file, touched: statSync(join(path, file), { throwIfNoEntry: false })?.mtimeMs };
}

function filesIn(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    // given back
    return [];
  }
}
