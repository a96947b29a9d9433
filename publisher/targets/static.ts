import type { Files } from '../../files';
import { checksums, digestOf } from '../archive';
import type { Task } from '../plan';
import { refuseTaken } from '../version-taken';
import type { Parcel, Target, TargetKind } from '../target';
import { download, marker, releaseNote, sourcePage } from '../static/documents';
import type { ReleaseNote } from '../static/documents';
import { Folder } from '../static/folder';
import { hostingFiles } from '../static/hosting/files';
import { listingFiles, missingIn, versionsWith } from '../static/listing';
import { FILE, MARKER, pathOf, registryOf, versionsPath } from '../static/registry';
import { putFile, removeUnfinished } from '../write-files';

/** A folder that any server of files can serve as a module registry. One publisher at a time writes there. */
export class StaticTarget implements Target {
  /** Looking again whether all is there makes no page anew. */
  private listing: { readonly key: string; readonly files: Files } | undefined;

  constructor(private readonly folder: Folder) {}

  get destination(): string {
    return this.folder.path;
  }

  async plan(parcel: Parcel): Promise<Task[]> {
    this.refuse(parcel);
    const { folder } = this;
    const note = this.note(parcel);
    const files = filesOf(folder, parcel, note);
    const left = files.filter(([path, content]) => !folder.holds(path, content));
    const key = JSON.stringify([versionsWith(folder, note), note]);
    if (this.listing?.key !== key) {
      this.listing = { key, files: await listingFiles(folder, parcel, note) };
    }
    const missing = missingIn(folder, this.listing.files);
    return [
      ...left.map(([path, content]) => this.task(path, content)),
      ...(missing.length === 0 ? [] : [this.listingTask(note, missing)]),
    ];
  }

  private task(path: string, content: string | Buffer): Task {
    const bytes = Buffer.from(content);
    const run = (): void => {
      putFile(this.folder.at(path), bytes);
    };
    return { action: 'write', subject: path, digest: digestOf(bytes), bytes: bytes.length, run };
  }

  private listingTask(note: ReleaseNote, files: readonly [string, string][]): Task {
    const { folder } = this;
    // of what the pages are made of, for a publisher that was killed leaves less of them to write
    const digest = digestOf(JSON.stringify([versionsWith(folder, note), note.digest]));
    const subject = `${versionsPath(folder.registry)} and the site`;
    const run = (): void => {
      for (const [path, text] of files) {
        putFile(folder.at(path), text);
      }
      removeUnfinished(folder.path);
    };
    return { action: 'update', subject, digest, run };
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

/** What tells of this version alone or of none, in the order in which it is written. */
function filesOf(
  { registry }: Folder,
  { archives }: Parcel,
  note: ReleaseNote,
): readonly (readonly [path: string, content: string | Buffer])[] {
  const at = (file: keyof typeof FILE): string => pathOf(registry, note.version, FILE[file]);
  return [
    [MARKER, marker(registry)],
    ...Object.entries(hostingFiles(registry)),
    [at('archive'), archives.tarball.bytes],
    [at('release'), releaseNote(note)],
    [at('sums'), checksums({ [FILE.archive]: note.digest })],
    [at('source'), sourcePage(registry, note)],
    [at('download'), download(note)],
  ];
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
