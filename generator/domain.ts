import type { Diagram } from '../contract/module';

/**
 * What a module says of its own field. The generator writes it out beside what
 * it knows itself, and does not understand it.
 */
export interface Domain {
  /** Goes into `interface.json` under these keys, as `contract/` says. */
  readonly data: Readonly<Record<string, unknown>>;
  /** The README draws it, after `sections`. @default - it draws nothing */
  readonly diagram?: Diagram;
  /** Markdown for the README, after the diagram: what its lines mean. @default - nothing */
  readonly legend?: string;
  /** Markdown for the README, after the summary. @default - nothing */
  readonly overview?: string;
  /** Markdown for the README, after the outputs: sections, each with its heading. */
  readonly sections: readonly string[];
  /** What it adds to `data` and `sections` about the resources that it has, by their addresses. @default - nothing */
  readonly ofResources?: (addresses: readonly string[]) => Pick<Domain, 'data' | 'sections'>;
  /** What the tests expect of a plan, beside what the arguments of resources tell. @default - nothing */
  readonly expects?: Expectations;
}

/** The same with what it says of these resources. */
export function withResources(domain: Domain, addresses: readonly string[]): Domain {
  const added = domain.ofResources?.(addresses) ?? { data: {}, sections: [] };
  return {
    ...domain,
    data: { ...domain.data, ...added.data },
    sections: [...domain.sections, ...added.sections],
  };
}

/**
 * What a plan with given inputs has to show.
 *
 * @param given all inputs as Terraform holds them, by their names there
 * @param instancesOf expression of the list of a resource's instances; undefined if there is no such resource
 */
export type Expectations = (
  given: Readonly<Record<string, unknown>>,
  instancesOf: (address: string) => string | undefined,
) => readonly Assertion[];

/** What a plan has to show. */
export interface Assertion {
  /** Expression of Terraform, true where it is shown. */
  readonly condition: string;
  /** What is wrong where it is not. */
  readonly message: string;
}
