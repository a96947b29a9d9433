import type { Archives } from './archive';
import type { Environment } from './credentials';
import type { Task } from './plan';
import type { Release } from './release';

/** What is published: a release, and its archives. */
export interface Parcel {
  readonly release: Release;
  readonly archives: Archives;
}

/** A place that takes releases. */
export interface Target {
  /** An address or a folder, without user and password. */
  readonly destination: string;
  /**
   * What is left to do until the parcel is there. Reads only; nothing left: no tasks.
   *
   * @throws UsageError `VersionTaken` with both digests if the version is there with other bytes
   */
  plan(parcel: Parcel): Promise<Task[]>;
}

/** An option of the command line that a kind of target takes. */
export interface TargetOption {
  /** Like `--folder <dir>`. */
  readonly flags: string;
  readonly description: string;
  /** What it is if left out; undefined: it must be given. */
  readonly default?: string;
}

/** A kind of target: the one line in `targets.ts` and a file of its own make one. */
export interface TargetKind {
  /** Names its commands, like `publish plan git`. */
  readonly name: string;
  /** Half a sentence for the help. */
  readonly summary: string;
  readonly options: readonly TargetOption[];
  /** The credentials that it reads, for the help: variable => what it holds. */
  readonly credentials: Readonly<Record<string, string>>;
  /**
   * @param options values of `options`, by their names in camelCase
   * @throws UsageError about an option, or about credentials that are missing
   */
  open(options: Readonly<Record<string, string>>, env: Environment): Target | Promise<Target>;
}
