/** What a module does otherwise than the documents it replaces. */
export interface Difference {
  /** What the documents have. */
  readonly page: string;
  /** What the module does instead. */
  readonly module: string;
  readonly why: string;
  /** The page that says so, or that it differs from. */
  readonly see: string;
}

/** A documented procedure, done with a module. */
export interface Case<P = Readonly<Record<string, unknown>>> {
  readonly title: string;
  /** One or two sentences: who needs it, and what to write. */
  readonly text: string;
  /** The heading of the procedure on the page. */
  readonly procedure: string;
  /** The page that tells it today. */
  readonly see: string;
  /** What asks for what the procedure makes, and loosens nothing. */
  readonly inputs: P;
  /** What comes to the page as it is printed, beside `inputs`. @default - `inputs` do */
  readonly toTheLetter?: Partial<P>;
  /** What is different with `inputs` alone. */
  readonly differs: readonly Difference[];
}
