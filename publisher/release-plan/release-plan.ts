import type { Fact, PermissionFact, Step } from '../facts/fact';

/** A file that a release writes anew. */
export interface PlannedFile {
  /** Path in the project. */
  readonly path: string;
  /** Digest of what it held; null: it was not there. */
  readonly before: string | null;
  /** Digest of what it will hold; null: it goes. */
  readonly after: string | null;
}

/** What a release will be, to be read before it is made. `docs/schemas/release-plan.schema.json` describes it. */
export interface ReleasePlan {
  readonly schema_version: 1;
  /** The commit that is released, in full. */
  readonly base: string;
  /** Tag of the last release; null: this is the first. */
  readonly since: string | null;
  /** What the facts ask for. */
  readonly step: Step;
  /** Like `1.2.0`; that of the last release where there is nothing to release. */
  readonly version: string;
  readonly tag: string;
  /** The day of the release, UTC, like `2026-03-01`. */
  readonly date: string;
  readonly facts: readonly Fact[];
  readonly permissions: readonly PermissionFact[];
  /** By their paths; none: there is nothing to release. */
  readonly files: readonly PlannedFile[];
  /** Message of the commit and of the tag. */
  readonly message: string;
}

/** A plan, and the texts of its files by their paths; null: the file goes. */
export interface PreparedRelease {
  readonly plan: ReleasePlan;
  readonly texts: Readonly<Record<string, string | null>>;
}

export const messageOf = (tag: string): string => `chore(release): ${tag}`;
