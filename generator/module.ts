import type { Construct } from 'constructs';
import type { Case, Difference } from './cases';
import type { DataFile } from './data-files';
import type { Domain } from './domain';
import type { Inputs, Props } from './inputs';
import type { Requirement } from './requirements';

/** Something of a provider that came with one of its releases. */
export interface ProviderFeature {
  /** Resource type, or resource type and argument: `aws_iam_policy.tags`. */
  readonly feature: string;
  /** The release, like `3.35.0`. */
  readonly since: string;
}

/** The provider that a module needs. */
export interface ProviderRequirement {
  /** Local name, like `aws`. */
  readonly name: string;
  /** Source address with its namespace, like `hashicorp/aws`. */
  readonly source: string;
  /** The oldest release that Terraform 1.x can run at all. */
  readonly oldest: ProviderFeature;
  readonly features: readonly ProviderFeature[];
  /** Data source => attributes that it finds where the tests mock the provider. */
  readonly mocks: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

type Values = Readonly<Record<string, unknown>>;

/** What looks at a call, and what it looks at, by the names of inputs in Terraform. */
export type CalledWith = readonly [Pick<ModuleDefinition, 'inputs' | 'requirements'>, Values];

/** Everything the generator has to know of a module. */
export interface ModuleDefinition<I extends Inputs = Inputs, C extends Construct = Construct> {
  /** Name of the folder and of the module in a registry. */
  readonly name: string;
  /** One sentence: what it makes, for whom. */
  readonly summary: string;
  /** The AWS page whose procedure it replaces. */
  readonly awsPage: string;
  readonly provider: ProviderRequirement;
  readonly inputs: I;
  /** What the inputs have to fulfil together, as the construct gives it to `bind`. @default none */
  readonly requirements?: readonly Requirement<I>[];
  /** Attribute of the construct => description of the output. */
  readonly outputs: Readonly<Record<Exclude<keyof NoInfer<C>, keyof Construct>, string>>;
  /** The documented procedures it replaces, today's first. */
  readonly cases: readonly Case[];
  /** What it does otherwise than the documents; those of the cases, and more. */
  readonly differences: readonly Difference[];
  /** What it says of its own field. */
  readonly domain: Domain;
  /** Tables that are shipped beside it, which its construct reads with `readDataFile`. @default none */
  readonly dataFiles?: readonly DataFile[];
  /** Modules that it calls; it then lies above the folder that holds them. */
  readonly calls?: readonly ModuleDefinition[];
  /**
   * What it calls them with, for literals by their names in Terraform, defaults filled in. The
   * rules of what it passes on are theirs. @default - nobody looks at that before Terraform does
   */
  readonly calledWith?: (inputs: Values) => readonly CalledWith[];
  build(scope: Construct, id: string, props: Props<I>): C;
}

/** Checks a definition against its inputs and its construct, and forgets their types. */
export function defineModule<I extends Inputs, C extends Construct>(
  definition: ModuleDefinition<I, C> & { readonly cases: readonly Case<Props<I>>[] },
): ModuleDefinition {
  return definition;
}
