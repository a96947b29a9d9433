import { contract } from '../contract/contract';
import type { Contract } from '../contract/contract';
import { UsageError } from '../errors';
import type { Files } from '../files';
import { jsonObject } from '../json';

/** The folder of a module within a registry repository: that above the others has none. */
export interface LocatedModule {
  /** Like `modules/instance-profile`, or empty. */
  readonly folder: string;
  readonly contract: Contract;
}

/** A file of a commit, as git names it. */
export const nameAt = (release: string, path: string): string =>
  release === '' ? path : `${release}:${path}`;

const INTERFACE = /^(?:(?<folder>modules\/[^/]+)\/)?interface\.json$/;

/**
 * The modules of a registry repository, that above the others first.
 *
 * @param release the tag that holds the files, for messages; empty: none does
 * @throws UsageError `NoJson`, `InterfaceVersion` or `InterfaceForm` if a contract is not one
 *   that this program reads
 */
export function modulesIn(files: Files, release = ''): LocatedModule[] {
  return Object.entries(files)
    .flatMap(([path, text]) => {
      const found = INTERFACE.exec(path);
      return found === null
        ? []
        : [{ folder: found.groups?.folder ?? '', contract: parse(nameAt(release, path), text) }];
    })
    .sort((a, b) => (a.folder < b.folder ? -1 : 1));
}

/** Most contracts of a release are those of the one before: each text is read once. */
const known = new Map<string, Contract>();

function parse(path: string, text: string): Contract {
  const contract = known.get(text) ?? read(path, text);
  known.set(text, contract);
  return contract;
}

function read(path: string, text: string): Contract {
  const json = jsonObject(path, text, 'restore it as ssm-iam wrote it');
  if (json.schema_version !== 1) {
    throw new UsageError(
      'InterfaceVersion',
      `${path} must have schema_version 1, got ${String(json.schema_version)}; use a release of ssm-iam that knows it`,
    );
  }
  const { data, error } = contract.safeParse(json);
  if (data === undefined) {
    const [flaw] = error.issues;
    throw new UsageError(
      'InterfaceForm',
      `${path} must be as interface.schema.json says, got another ${flaw?.path.join('.') ?? ''} (${flaw?.message ?? ''}); restore it as ssm-iam wrote it`,
    );
  }
  return data;
}
