import { existsSync } from 'node:fs';
import { rcompare } from 'semver';
import type { Files } from '../../files';
import { digestOf } from '../archive';
import type { Step } from '../plan';
import { siteFiles } from '../site/site';
import type { Parcel } from '../target';
import { putFile, removeUnfinished } from '../write-files';
import { versionList } from './documents';
import type { ReleaseNote } from './documents';
import type { Folder } from './folder';
import { versionsPath } from './registry';
import { unpack } from './unpack';

/** The list of versions, and the site: what tells of all versions. The list is written last. */
export class Listing {
  private made: { readonly key: string; readonly files: Files } | undefined;

  constructor(private readonly folder: Folder) {}

  /** What is left to write, if anything is. */
  async plan(parcel: Parcel, note: ReleaseNote): Promise<Step[]> {
    const files = await this.filesWith(parcel, note);
    if (this.differing(files).length === 0) {
      return [];
    }
    const all = Object.entries(files).flat().join('\0');
    return [{ action: 'update', subject: this.subject(), digest: digestOf(all) }];
  }

  async perform(parcel: Parcel, note: ReleaseNote): Promise<void> {
    const files = await this.filesWith(parcel, note);
    for (const path of this.differing(files)) {
      putFile(this.folder.at(path), files[path] ?? '');
    }
    removeUnfinished(this.folder.path);
  }

  subject(): string {
    return `${versionsPath(this.folder.registry)} and the site`;
  }

  /** In the order in which they are written: a link leads nowhere at no time, and the list is the last. */
  private differing(files: Files): string[] {
    const paths = Object.keys(files).filter((path) => !this.folder.holds(path, files[path] ?? ''));
    const rank = (path: string): number =>
      path === versionsPath(this.folder.registry) ? 2 : existsSync(this.folder.at(path)) ? 1 : 0;
    return paths.sort((a, b) => rank(a) - rank(b));
  }

  /** The files that tell of all versions, when one more is among them. */
  private async filesWith({ archives }: Parcel, note: ReleaseNote): Promise<Files> {
    const { folder } = this;
    const versions = [...new Set([...folder.listed(), note.version])].sort(rcompare);
    const key = JSON.stringify([versions, note]);
    if (this.made?.key !== key) {
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
