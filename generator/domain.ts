/**
 * What a module says of its own field. The generator writes it out beside what
 * it knows itself, and does not understand it.
 */
export interface Domain {
  /** Goes into `interface.json` under these keys. */
  readonly data: Readonly<Record<string, unknown>>;
  /** A JSON Schema for each of these keys. */
  readonly schemas: Readonly<Record<string, object>>;
  /** Markdown for the README, behind the summary. */
  readonly overview: string;
  /** Markdown for the README, behind the cases: sections, each with its heading. */
  readonly sections: readonly string[];
}
