import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { rcompare } from 'semver';
import { UsageError, reasonOf } from '../../errors';
import { isFolder, readBytes } from '../../files';
import { digestOf } from '../archive';
import { unpack } from '../archive-contents';
import type { Files } from '../../files';
import type { SiteRelease } from '../site/site';
import { broken, marker, parseNote, parseVersions } from './documents';
import type { ReleaseNote } from './documents';
import { FILE, MARKER, pathOf, versionsPath } from './registry';
import type { Registry } from './registry';

/** Largest file that is read: an archive of the modules has a hundredth of it. */
const MOST_BYTES = 64 * 1024 * 1024;

/** What a repository of pages brings along. */
const NOBODYS = ['.git'];

/** Reads the folder of a registry. */
export class Folder {
  constructor(
    readonly path: string,
    readonly registry: Registry,
  ) {}

  /**
   * @param file path below the folder
   * @throws UsageError `BrokenFolder` if it is there and cannot be read
   */
  read(file: string): Buffer | undefined {
    const path = this.at(file);
    try {
      return existsSync(path) ? readBytes(path, MOST_BYTES) : undefined;
    } catch (error) {
      throw broken(path, 'a file that can be read', reasonOf(error));
    }
  }

  at(file: string): string {
    return join(this.path, file);
  }

  /** Whether a file has just this content. */
  holds(file: string, content: string | Buffer): boolean {
    return this.read(file)?.equals(Buffer.from(content)) ?? false;
  }

  /**
   * @throws UsageError `OutFolder` if it is a file, `ForeignFolder` if it holds
   * something else than this registry
   */
  refuseForeign(): void {
    if (existsSync(this.path) && !isFolder(this.path)) {
      throw new UsageError(
        'OutFolder',
        `--folder must be a folder, or a name for a new one, got the file ${this.path}; choose another`,
      );
    }
    const found = this.read(MARKER)?.toString('utf8');
    if (found === marker(this.registry)) {
      return;
    }
    if (found !== undefined) {
      const { url, namespace } = this.registry;
      throw new UsageError(
        'ForeignFolder',
        `${this.path} must be the folder of --url ${url} and --namespace ${namespace}, got another; name another folder, or those two as ${MARKER} there has them`,
      );
    }
    const others = existsSync(this.path)
      ? readdirSync(this.path).filter((name) => !NOBODYS.includes(name))
      : [];
    // a publisher that was killed, or that is at work, may have left this
    const foreign = others.find((name) => !name.startsWith(MARKER));
    if (foreign !== undefined) {
      throw new UsageError(
        'ForeignFolder',
        `${this.path} must be empty or the folder of a registry, got ${foreign} in it and no ${MARKER}; name another folder`,
      );
    }
  }

  /**
   * The versions that callers see, newest first.
   *
   * @throws UsageError `BrokenFolder`
   */
  listed(): string[] {
    const path = versionsPath(this.registry);
    const text = this.read(path)?.toString('utf8');
    return text === undefined ? [] : parseVersions(this.at(path), text).sort(rcompare);
  }

  /** What is kept beside an archive, if it is there. */
  note(version: string): ReleaseNote | undefined {
    const path = pathOf(this.registry, version, FILE.release);
    const text = this.read(path)?.toString('utf8');
    return text === undefined ? undefined : parseNote(this.at(path), text);
  }

  /**
   * A version that is listed.
   *
   * @throws UsageError `BrokenFolder` if it is not whole
   */
  async release(version: string): Promise<SiteRelease> {
    const archive = pathOf(this.registry, version, FILE.archive);
    const bytes = this.read(archive);
    const note = this.note(version);
    const digest = bytes === undefined ? 'none' : digestOf(bytes);
    if (bytes === undefined || note?.digest !== digest) {
      throw broken(this.at(archive), `the archive ${note?.digest ?? 'of a release'}`, digest);
    }
    try {
      return this.siteRelease(note, await unpack(bytes));
    } catch (error) {
      throw broken(this.at(archive), 'an archive that ssm-iam packed', reasonOf(error));
    }
  }

  siteRelease(note: ReleaseNote, files: Files): SiteRelease {
    const { version, commit, date, digest } = note;
    const archive = pathOf(this.registry, version, FILE.archive);
    return { version, commit, date, digest, archive, files };
  }
}
