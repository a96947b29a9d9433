import { existsSync } from 'node:fs';
import type { Parcel } from '../target';
import { digestOf } from '../archive';
import type { Step } from '../plan';
import type { Files } from '../../files';
import { siteFiles } from '../site/site';
import { putFile, removeUnfinished } from '../write-files';
import { rcompare } from 'semver';
import { versionList } from './documents';
import type { ReleaseNote } from './documents';
import type { Folder } from './folder';
import { WAITING, takeLock, waitUntilFree } from './lock';
import { versionsPath } from './registry';
import { unpack } from './unpack';

/** Held while files are written that tell of all versions. */
const LOCK = '.publishing';

/**
 * The list of versions, and the site: what tells of all versions, and so what
 * publishers of different versions both write. The list is written last, with
 * the lock in hand, from the list that is there then.
 */
export class Listing {
  /** Whose lock the plan waited for in vain. */
  private dead: string | undefined;
  private made: { readonly key: string; readonly files: Files } | undefined;

  constructor(
    private readonly folder: Folder,
    private readonly waiting = WAITING,
  ) {}

  /** What is left to write, if anything is, once no other publisher is at it. */
  async plan(parcel: Parcel, note: ReleaseNote): Promise<Step[]> {
    for (;;) {
      const listed = this.folder.listed();
      const files = await this.filesWith(listed, parcel, note);
      const left = this.differing(files);
      if (left.length === 0) {
        return [];
      }
      const { held, abandoned } = await waitUntilFree(this.folder.at(LOCK), this.waiting);
      this.dead = abandoned;
      const moved = this.folder.listed().join() !== listed.join();
      if ((!held || abandoned !== undefined) && !moved) {
        const all = Object.entries(files).flat().join('\0');
        return [{ action: 'update', subject: this.subject(), digest: digestOf(all) }];
      }
    }
  }

  async perform(parcel: Parcel, note: ReleaseNote): Promise<void> {
    while (!(await this.write(parcel, note))) {
      // another publisher listed its version meanwhile
    }
  }

  subject(): string {
    return `${versionsPath(this.folder.registry)} and the site`;
  }

  /** @returns false if other versions are listed by now than the site was made of */
  private async write(parcel: Parcel, note: ReleaseNote): Promise<boolean> {
    const { folder } = this;
    const listed = folder.listed();
    const files = await this.filesWith(listed, parcel, note);
    const lock = await takeLock(folder.at(LOCK), this.waiting, this.dead);
    try {
      if (folder.listed().join() !== listed.join()) {
        return false;
      }
      for (const path of this.differing(files)) {
        lock.keep();
        putFile(folder.at(path), files[path] ?? '');
      }
      lock.keep();
      removeUnfinished(folder.path);
      return true;
    } finally {
      lock.release();
    }
  }

  /** In the order in which they are written: a link leads nowhere at no time, and the list is the last. */
  private differing(files: Files): string[] {
    const paths = Object.keys(files).filter((path) => !this.folder.holds(path, files[path] ?? ''));
    const rank = (path: string): number =>
      path === versionsPath(this.folder.registry) ? 2 : existsSync(this.folder.at(path)) ? 1 : 0;
    return paths.sort((a, b) => rank(a) - rank(b));
  }

  /** The files that tell of all versions, when one more is among them. */
  private async filesWith(
    listed: readonly string[],
    { archives }: Parcel,
    note: ReleaseNote,
  ): Promise<Files> {
    const versions = [...new Set([...listed, note.version])].sort(rcompare);
    const key = JSON.stringify([versions, note]);
    if (this.made?.key !== key) {
      const { folder } = this;
      const own = folder.siteRelease(note, await unpack(archives.tarball.bytes));
      const releases = [];
      for (const version of versions) {
        releases.push(version === note.version ? own : await folder.release(version));
      }
      const { url, source } = folder.registry;
      const files = {
        ...siteFiles({ url, source, releases }, (path) => existsSync(folder.at(path))),
        [versionsPath(folder.registry)]: versionList(versions),
      };
      this.made = { key, files };
    }
    return this.made.files;
  }
}
