import { digestOf } from '../archive';
import type { Step } from '../plan';
import { versionTaken } from '../version-taken';
import type { Parcel, Target, TargetKind } from '../target';
import { checksums, download, marker, releaseNote, sourcePage } from '../static/documents';
import type { ReleaseNote } from '../static/documents';
import { Folder } from '../static/folder';
import { hostingFiles } from '../static/hosting/files';
import { Listing } from '../static/listing';
import { FILE, MARKER, pathOf, registryOf } from '../static/registry';
import { putFile } from '../write-files';

/** A folder that any server of files can serve as a module registry. One publisher at a time writes there. */
export class StaticTarget implements Target {
  private readonly listing: Listing;

  constructor(private readonly folder: Folder) {
    this.listing = new Listing(folder);
  }

  get destination(): string {
    return this.folder.path;
  }

  async plan(parcel: Parcel): Promise<Step[]> {
    this.refuse(parcel);
    const note = this.note(parcel);
    const left = [...this.files(parcel)].filter(
      ([path, content]) => !this.folder.holds(path, content),
    );
    return [
      ...left.map(([path, content]) => stepOf(path, content)),
      ...(await this.listing.plan(parcel, note)),
    ];
  }

  async perform({ subject }: Step, parcel: Parcel): Promise<void> {
    this.refuse(parcel);
    if (subject === this.listing.subject()) {
      await this.listing.perform(parcel, this.note(parcel));
      return;
    }
    putFile(this.folder.at(subject), this.files(parcel).get(subject) ?? '');
  }

  /** What tells of this version alone or of none, in the order in which it is written. */
  private files(parcel: Parcel): Map<string, string | Buffer> {
    const { registry } = this.folder;
    const { version } = parcel.release;
    const note = this.note(parcel);
    return new Map<string, string | Buffer>([
      [MARKER, marker(registry)],
      ...Object.entries(hostingFiles(registry)),
      [pathOf(registry, version, FILE.archive), parcel.archives.tarball.bytes],
      [pathOf(registry, version, FILE.release), releaseNote(note)],
      [pathOf(registry, version, FILE.sums), checksums(note)],
      [pathOf(registry, version, FILE.source), sourcePage(registry, note)],
      [pathOf(registry, version, FILE.download), download(note)],
    ]);
  }

  /** The same archive may come of another commit: what is told of it is what was told first. */
  private note({ release, archives }: Parcel): ReleaseNote {
    const { version, commit, date } = release;
    return this.folder.note(version) ?? { version, commit, date, digest: archives.tarball.digest };
  }

  /** @throws UsageError `OutFolder`, `ForeignFolder` or `VersionTaken` */
  private refuse({ release, archives }: Parcel): void {
    this.folder.refuseForeign();
    const { version } = release;
    const ours = archives.tarball.digest;
    const bytes = this.folder.read(pathOf(this.folder.registry, version, FILE.archive));
    const there = [bytes && digestOf(bytes), this.folder.note(version)?.digest];
    const theirs = there.find((digest) => digest !== undefined && digest !== ours);
    if (theirs !== undefined) {
      throw versionTaken(this.folder.path, version, theirs, ours);
    }
  }
}

function stepOf(path: string, content: string | Buffer): Step {
  const bytes = Buffer.from(content);
  return { action: 'write', subject: path, digest: digestOf(bytes), bytes: bytes.length };
}

export const staticTarget: TargetKind = {
  name: 'static',
  summary: 'a folder that any web server or object store can serve as a registry, with a site',
  options: [
    {
      flags: '--folder <dir>',
      description: 'folder to publish to, created if missing, like public',
    },
    {
      flags: '--url <address>',
      description: 'address at which the folder is served, like https://modules.example.com',
    },
    {
      flags: '--namespace <name>',
      description: 'first part of the address of the module, like acme',
    },
  ],
  credentials: {},
  open: ({ folder = '', url = '', namespace = '' }) =>
    Promise.resolve().then(() => new StaticTarget(new Folder(folder, registryOf(url, namespace)))),
};
