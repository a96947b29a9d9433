import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../../errors';
import { readBytes, whileReading } from '../../files';
import type { Archives } from '../archive';
import type { Git } from '../git';
import type { Release } from '../release';
import { claimFile, isUnfinished } from '../write-files';
import type { Builder } from './builder';
import { checksums, sha256 } from './checksums';
import type { Assets } from './checksums';
import { provenanceStatement } from './provenance';
import { softwareBill } from './sbom';

/** Largest file that is compared. */
const MOST_BYTES = 64 * 1024 * 1024;

const LOCK_FILE = 'package-lock.json';

/** What is attached to the page of a release. */
export interface AssetsOf {
  readonly release: Release;
  readonly archives: Archives;
  /** The repository of the release. */
  readonly git: Git;
  /** Its address, as provenance tells it. */
  readonly source: string;
  readonly builder: Builder;
}

/**
 * The archives of a release, its software bill of materials, the checksums of
 * these three, and where they come from. Only the last hangs on who asks.
 *
 * @throws UsageError `LockFile`
 */
export async function releaseAssets(given: AssetsOf): Promise<Assets> {
  const { release, archives, git, source, builder } = given;
  const lockFile = await lockFileOf(git, release);
  const base = `ssm-iam-${release.version}`;
  const subjects = {
    [`${base}.tar.gz`]: archives.tarball.bytes,
    [`${base}.zip`]: archives.zip.bytes,
    'sbom.cdx.json': Buffer.from(softwareBill(lockFile.toString('utf8'), release)),
  };
  const statement = provenanceStatement(subjects, release, { source, lockFile, builder });
  return {
    ...subjects,
    'provenance.json': Buffer.from(`${JSON.stringify(statement, null, 2)}\n`),
    SHA256SUMS: Buffer.from(checksums(subjects)),
  };
}

async function lockFileOf(git: Git, { commit, tag }: Release): Promise<Buffer> {
  const { code, out } = await git.try(['show', `${commit}:${LOCK_FILE}`]);
  if (code !== 0) {
    throw new UsageError(
      'LockFile',
      `a release must hold ${LOCK_FILE}, got none at ${tag}; run npm install, commit, and release that`,
    );
  }
  return out;
}

/**
 * Writes files to a folder, each as a whole. What is there already stays.
 *
 * @returns the names of those that were written
 * @throws UsageError `ForeignFolder` if something else is in the folder, `VersionTaken` if
 * one of them is there with other bytes; nothing is written then, unless another program
 * writes at the same time
 */
export function writeAssets(folder: string, assets: Assets): string[] {
  refuseForeign(folder, assets);
  const missing = Object.entries(assets).filter(([name, bytes]) => {
    const path = join(folder, name);
    const isThere = existsSync(path);
    if (isThere) {
      const theirs = whileReading(path, 'take an empty folder', () => readBytes(path, MOST_BYTES));
      refuseOther(path, theirs, bytes);
    }
    return !isThere;
  });
  return missing.flatMap(([name, bytes]) => {
    const path = join(folder, name);
    const theirs = claimFile(path, bytes);
    if (theirs === undefined) {
      return [name];
    }
    refuseOther(path, theirs, bytes);
    return [];
  });
}

/** @throws UsageError `ForeignFolder` */
function refuseForeign(folder: string, assets: Assets): void {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const foreign = names.find((name) => !(name in assets) && !isUnfinished(name));
  if (foreign !== undefined) {
    throw new UsageError(
      'ForeignFolder',
      `${folder} must be empty or hold files of this release alone, got ${foreign} in it; take an empty folder`,
    );
  }
}

/** @throws UsageError `VersionTaken` */
function refuseOther(path: string, theirs: Buffer, ours: Buffer): void {
  if (!theirs.equals(ours)) {
    throw new UsageError(
      'VersionTaken',
      `${path} must hold what this release makes, got sha256:${sha256(theirs)} there and sha256:${sha256(ours)} here; take an empty folder, and find out which of them is wrong`,
    );
  }
}
