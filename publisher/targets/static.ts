import { digestOf } from '../archive';
import type { Step } from '../plan';
import { versionTaken } from '../version-taken';
import type { Parcel, Target, TargetKind } from '../target';
import { checksums, download, marker, releaseNote, sourcePage } from '../static/documents';
import type { ReleaseNote } from '../static/documents';
import { Folder } from '../static/folder';
import { hostingFiles } from '../static/hosting/files';
import { Listing } from '../static/listing';
import { WAITING } from '../static/lock';
import { FILE, MARKER, pathOf, registryOf } from '../static/registry';
import { claimFile, putFile } from '../write-files';

/** A folder that any server of files can serve as a module registry. */
export class StaticTarget implements Target {
  private readonly listing: Listing;

  constructor(
    private readonly folder: Folder,
    waiting = WAITING,
  ) {
    this.listing = new Listing(folder, waiting);
  }

  get destination(): string {
    return this.folder.path;
  }

  async plan(parcel: Parcel): Promise<Step[]> {
    this.folder.refuseForeign();
    const note = this.note(parcel);
    this.refuseOtherBytes(parcel);
    const left = [...this.files(parcel)].filter(
      ([path, content]) => !this.folder.holds(path, content),
    );
    return [
      ...left.map(([path, content]) => stepOf(path, content)),
      ...(await this.listing.plan(parcel, note)),
    ];
  }

  async perform({ subject }: Step, parcel: Parcel): Promise<void> {
    if (subject === this.listing.subject()) {
      await this.listing.perform(parcel, this.note(parcel));
      return;
    }
    const content = this.files(parcel).get(subject) ?? '';
    const path = this.folder.at(subject);
    if (!this.isClaimed(subject, parcel)) {
      putFile(path, content);
      return;
    }
    claimFile(path, content);
    this.folder.refuseForeign();
    this.refuseOtherBytes(parcel);
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

  /** Whoever comes first makes these; nobody writes them again. */
  private isClaimed(path: string, { release }: Parcel): boolean {
    const { registry } = this.folder;
    return [
      MARKER,
      pathOf(registry, release.version, FILE.archive),
      pathOf(registry, release.version, FILE.release),
    ].includes(path);
  }

  /** The same archive may come of another commit: what is told of it is what was told first. */
  private note({ release, archives }: Parcel): ReleaseNote {
    const { version, commit, date } = release;
    return this.folder.note(version) ?? { version, commit, date, digest: archives.tarball.digest };
  }

  private refuseOtherBytes({ release, archives }: Parcel): void {
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
