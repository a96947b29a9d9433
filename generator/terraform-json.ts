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

/** Resources, then data sources, each with its address. */
export const addressed = ({ resource = {}, data = {} }: TerraformJson): [string, Block][] => [
  ...withAddresses('', resource),
  ...withAddresses('data.', data),
];

const withAddresses = (
  prefix: string,
  byType: Readonly<Record<string, Labelled>>,
): [string, Block][] =>
  Object.entries(byType).flatMap(([type, byName]) =>
    Object.entries(byName).map(([name, block]): [string, Block] => [
      `${prefix}${type}.${name}`,
      block,
    ]),
  );
