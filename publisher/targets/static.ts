import { checksums, digestOf } from '../archive';
import type { Step, Task } from '../plan';
import { refuseTaken } from '../version-taken';
import type { Parcel, Target, TargetKind } from '../target';
import { download, marker, releaseNote, sourcePage } from '../static/documents';
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

  async plan(parcel: Parcel): Promise<Task[]> {
    this.refuse(parcel);
    const note = this.note(parcel);
    const left = this.files(parcel).filter(([path, content]) => !this.folder.holds(path, content));
    const listing = await this.listing.plan(parcel, note);
    return [
      ...left.map(([path, content]) =>
        this.task(parcel, writing(path, content), () => {
          putFile(this.folder.at(path), content);
        }),
      ),
      ...listing.map(({ run, ...step }) => this.task(parcel, step, run)),
    ];
  }

  /** Another publisher may have been faster. */
  private task(parcel: Parcel, step: Step, write: () => void | Promise<void>): Task {
    const run = async (): Promise<void> => {
      this.refuse(parcel);
      await write();
    };
    return { ...step, run };
  }

  /** What tells of this version alone or of none, in the order in which it is written. */
  private files(parcel: Parcel): readonly (readonly [path: string, content: string | Buffer])[] {
    const { registry } = this.folder;
    const note = this.note(parcel);
    const at = (file: keyof typeof FILE): string => pathOf(registry, note.version, FILE[file]);
    return [
      [MARKER, marker(registry)],
      ...Object.entries(hostingFiles(registry)),
      [at('archive'), parcel.archives.tarball.bytes],
      [at('release'), releaseNote(note)],
      [at('sums'), checksums({ [FILE.archive]: note.digest })],
      [at('source'), sourcePage(registry, note)],
      [at('download'), download(note)],
    ];
  }

  /** The same archive may come of another commit: what is told of it is what was told first. */
  private note({ release, archives }: Parcel): ReleaseNote {
    const { version, commit, date } = release;
    const { digest } = archives.tarball;
    return this.folder.note(version) ?? { schema_version: 1, version, commit, date, digest };
  }

  /** @throws UsageError `OutFolder`, `ForeignFolder` or `VersionTaken` */
  private refuse({ release: { version }, archives }: Parcel): void {
    const { folder } = this;
    folder.refuseForeign();
    const bytes = folder.read(pathOf(folder.registry, version, FILE.archive));
    const there = [bytes && digestOf(bytes), folder.note(version)?.digest];
    there.forEach((theirs) => refuseTaken(folder.path, version, theirs, archives.tarball.digest));
  }
}

function writing(path: string, content: string | Buffer): Step {
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
    new StaticTarget(new Folder(folder, registryOf(url, namespace))),
};
