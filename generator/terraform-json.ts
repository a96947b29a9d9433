/** A block of a `.tf.json` file: labels and arguments. */
export type Block = Readonly<Record<string, unknown>>;

/** Blocks of one type by name, or by type and name. */
export type Labelled = Readonly<Record<string, Block>>;

/** The configuration of a module in Terraform's JSON syntax. */
export interface TerraformJson {
  readonly check?: Labelled;
  readonly data?: Readonly<Record<string, Labelled>>;
  readonly locals?: Block;
  readonly module?: Labelled;
  readonly moved?: readonly Block[];
  readonly output?: Labelled;
  readonly resource?: Readonly<Record<string, Labelled>>;
  readonly terraform?: Block;
  readonly variable?: Labelled;
  readonly [blockType: string]: unknown;
}
