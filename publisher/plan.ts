/** One thing that a publication does. */
export interface Step {
  /** What is done, in the word of the registry. */
  readonly action: 'create' | 'write' | 'upload' | 'tag' | 'wait' | 'update';
  /** What it is done to; no two steps of a plan have both in common. */
  readonly subject: string;
  /** Digest of the bytes that go there. */
  readonly digest?: string;
  /** How many bytes go there. */
  readonly bytes?: number;
}

/** A step that can be done. */
export interface Task extends Step {
  /**
   * Does it. Doing it twice comes to the same as doing it once.
   *
   * @throws UsageError `VersionTaken` if another publisher was faster, with other bytes
   */
  readonly run: () => Promise<void>;
}

/** What a publication will do, to be read before it is done. It holds no credentials. */
export interface PublishPlan {
  readonly schema_version: 1;
  readonly target: string;
  /** Where to: an address or a folder, as the target names it. */
  readonly destination: string;
  readonly version: string;
  /** The commit of the release. */
  readonly commit: string;
  /** Digests of what is published. */
  readonly digests: { readonly tarball: string; readonly zip: string };
  /** In the order in which they are done; none: the release is there already. */
  readonly steps: readonly Step[];
}

/** The name of a step, for people and for comparisons. */
export const nameOf = ({ action, subject }: Step): string => `${action} ${subject}`;
