import { UsageError } from '../errors';
import type { Files } from './release';

/** A text with `${...}` for inputs, there under conditions. */
export interface ConditionalText {
  readonly text: string;
  readonly when?: readonly When[];
  readonly for_each?: string;
}

/** A test of an input; all tests of a list have to hold. */
export interface When {
  readonly value: string;
  readonly test: string;
  /** One of them is enough. */
  readonly operands?: readonly (string | boolean | null)[];
}

export interface Condition {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly ConditionalText[];
  readonly when?: readonly When[];
}

/** Something that a module can grant. `interface.schema.json` says what each part means. */
export interface Permission {
  readonly kind: string;
  /** Stable within its module. */
  readonly id: string;
  readonly address: string;
  readonly when: readonly When[];
  readonly for_each?: string;
  readonly granted_to: readonly ConditionalText[];
  readonly by_default: boolean;
  readonly reason: string;
  readonly see: string;
  readonly actions?: readonly ConditionalText[];
  readonly resources?: readonly ConditionalText[];
  readonly services?: readonly ConditionalText[];
  readonly conditions?: readonly Condition[];
  /** Name of a policy of AWS, whose statements are in `managed_policies`. */
  readonly managed_policy?: string;
  readonly policy_arn?: string;
  readonly document?: string;
}

export interface Rule {
  readonly code: string;
  readonly attribute?: string;
  readonly must: string;
  readonly remedy: string;
  readonly see: string;
}

export interface InputAttribute {
  readonly name: string;
  readonly type: string;
  readonly description: string;
  readonly required: boolean;
  readonly default?: unknown;
}

export interface Input extends InputAttribute {
  readonly nullable: boolean;
  readonly sensitive: boolean;
  readonly attributes: readonly InputAttribute[];
  readonly rules: readonly Rule[];
}

export interface Output {
  readonly name: string;
  readonly description: string;
  readonly sensitive: boolean;
}

export interface Floor {
  readonly version: string;
  /** What needs that version. */
  readonly needed_for: string;
}

export interface ManagedPolicy {
  /** The day on which AWS had it so. */
  readonly as_of: string;
  readonly statements: readonly unknown[];
}

/** The contract of a module, as its `interface.json` tells it. */
export interface ModuleInterface {
  readonly schema_version: 1;
  readonly name: string;
  readonly summary: string;
  readonly see: string;
  readonly inputs: readonly Input[];
  readonly outputs: readonly Output[];
  readonly addresses: readonly string[];
  readonly requirements: readonly {
    readonly code: string;
    readonly inputs: readonly string[];
    readonly must: string;
    readonly remedy: string;
  }[];
  readonly terraform: Floor;
  readonly providers: Readonly<Record<string, Floor & { readonly source: string }>>;
  readonly permissions: readonly Permission[];
  readonly managed_policies: Readonly<Record<string, ManagedPolicy>>;
  /** What texts look up: table => row => what stands there. */
  readonly tables?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The folder of a module within a registry repository: that above the others has none. */
export interface LocatedModule {
  /** Like `modules/instance-profile`, or empty. */
  readonly folder: string;
  readonly contract: ModuleInterface;
}

const INTERFACE = /^(?:(?<folder>modules\/[^/]+)\/)?interface\.json$/;

/**
 * The modules of a registry repository, that above the others first.
 *
 * @throws UsageError `InterfaceVersion` if a contract is not one that this program reads
 */
export function modulesIn(files: Files): LocatedModule[] {
  return Object.entries(files)
    .flatMap(([path, text]) => {
      const found = INTERFACE.exec(path);
      return found === null
        ? []
        : [{ folder: found.groups?.folder ?? '', contract: parse(path, text) }];
    })
    .sort((a, b) => (a.folder < b.folder ? -1 : 1));
}

function parse(path: string, text: string): ModuleInterface {
  const contract = JSON.parse(text) as { readonly schema_version?: unknown };
  if (contract.schema_version !== 1) {
    throw new UsageError(
      'InterfaceVersion',
      `${path} must have schema_version 1, got ${JSON.stringify(contract.schema_version)}; use a release of ssm-iam that knows it`,
    );
  }
  return contract as ModuleInterface;
}
