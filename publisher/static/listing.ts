import { existsSync } from 'node:fs';
import { rcompare } from 'semver';
import type { Files } from '../../files';
import { digestOf } from '../archive';
import { unpack } from '../archive-contents';
import type { Task } from '../plan';
import { path as pagePath } from '../site/paths';
import { siteFiles } from '../site/site';
import type { Parcel } from '../target';
import { putFile, removeUnfinished } from '../write-files';
import { versionList } from './documents';
import type { ReleaseNote } from './documents';
import type { Folder } from './folder';
import { versionsPath } from './registry';

/** The list of versions, and the site: what tells of all versions. The list is written last. */
export class Listing {
  private made: { readonly key: string; readonly files: Files } | undefined;

  constructor(private readonly folder: Folder) {}

  /** What is left to write, if anything is. */
  async plan(parcel: Parcel, note: ReleaseNote): Promise<Task[]> {
    if (this.differing(await this.filesWith(parcel, note)).length === 0) {
      return [];
    }
    const subject = `${versionsPath(this.folder.registry)} and the site`;
    // of what the pages are made of, for a publisher that was killed leaves less of them to write
    const digest = digestOf(JSON.stringify([this.versionsWith(note), note.digest]));
    return [{ action: 'update', subject, digest, run: () => this.write(parcel, note) }];
  }

  private async write(parcel: Parcel, note: ReleaseNote): Promise<void> {
    const files = await this.filesWith(parcel, note);
    for (const path of this.differing(files)) {
      putFile(this.folder.at(path), files[path] ?? '');
    }
    removeUnfinished(this.folder.path);
  }

  /** In the order in which they are written: a link leads nowhere at no time, and the list is the last. */
  private differing(files: Files): string[] {
    const paths = Object.keys(files).filter((path) => !this.folder.holds(path, files[path] ?? ''));
    const rank = (path: string): number =>
      path === versionsPath(this.folder.registry) ? 2 : existsSync(this.folder.at(path)) ? 1 : 0;
    return paths.sort((a, b) => rank(a) - rank(b));
  }

  private versionsWith({ version }: ReleaseNote): string[] {
    return [...new Set([...this.folder.listed(), version])].sort(rcompare);
  }

  /** The files that tell of all versions, when one more is among them. */
  private async filesWith({ archives }: Parcel, note: ReleaseNote): Promise<Files> {
    const { folder } = this;
    const versions = this.versionsWith(note);
    const key = JSON.stringify([versions, note]);
    if (this.made?.key !== key) {
      const own = folder.siteRelease(note, await unpack(archives.tarball.bytes));
      const releases = [];
      for (const version of versions) {
        releases.push(version === note.version ? own : await folder.release(version));
      }
      const { url, source } = folder.registry;
      // an overview tells of the version before it; for these two that may be another one now
      const above = versions[versions.indexOf(note.version) - 1] ?? note.version;
      const anew = [note.version, above].map(pagePath.overview);
      const isThere = (path: string): boolean =>
        !anew.includes(path) && existsSync(folder.at(path));
      const files = {
        ...siteFiles({ url, source, releases }, isThere),
        [versionsPath(folder.registry)]: versionList(versions),
      };
      this.made = { key, files };
    }
    return this.made.files;
  }
}
