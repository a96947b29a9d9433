import { z } from 'zod';
import { UsageError } from '../errors';
import { jsonObject } from '../json';
import type { Files } from '../files';

const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();
const table = <T extends z.ZodType>(item: T) => z.record(z.string(), item).readonly();

/** A test of an input; all tests of a list have to hold. */
const when = z.object({
  value: z.string(),
  test: z.string(),
  /** One of them is enough. */
  operands: list(z.union([z.string(), z.boolean(), z.null()])).exactOptional(),
});

/** A text with `${...}` for inputs, there under conditions. */
const conditionalText = z.object({
  text: z.string(),
  when: list(when).exactOptional(),
  for_each: z.string().exactOptional(),
});

const condition = z.object({
  operator: z.string(),
  key: z.string(),
  values: list(conditionalText),
  when: list(when).exactOptional(),
});

/** Something that a module can grant. `interface.schema.json` says what each part means. */
const permission = z.object({
  kind: z.string(),
  /** Stable within its module. */
  id: z.string(),
  address: z.string(),
  when: list(when),
  for_each: z.string().exactOptional(),
  granted_to: list(conditionalText),
  by_default: z.boolean(),
  reason: z.string(),
  see: z.string(),
  actions: list(conditionalText).exactOptional(),
  resources: list(conditionalText).exactOptional(),
  services: list(conditionalText).exactOptional(),
  conditions: list(condition).exactOptional(),
  /** Name of a policy of AWS, whose statements are in `managed_policies`. */
  managed_policy: z.string().exactOptional(),
  policy_arn: z.string().exactOptional(),
  document: z.string().exactOptional(),
});

const rule = z.object({
  code: z.string(),
  attribute: z.string().exactOptional(),
  must: z.string(),
  remedy: z.string(),
  see: z.string(),
});

const inputAttribute = z.object({
  name: z.string(),
  type: z.string(),
  description: z.string(),
  required: z.boolean(),
  default: z.unknown().exactOptional(),
});

const input = inputAttribute.extend({
  nullable: z.boolean(),
  sensitive: z.boolean(),
  attributes: list(inputAttribute),
  rules: list(rule),
});

const output = z.object({ name: z.string(), description: z.string(), sensitive: z.boolean() });

const floor = z.object({
  version: z.string(),
  /** What needs that version. */
  needed_for: z.string(),
});

const managedPolicy = z.object({
  /** The day on which AWS had it so. */
  as_of: z.string(),
  statements: list(z.unknown()),
});

/** The contract of a module, as its `interface.json` tells it. */
const moduleInterface = z.object({
  schema_version: z.literal(1),
  name: z.string(),
  summary: z.string(),
  see: z.string(),
  inputs: list(input),
  outputs: list(output),
  addresses: list(z.string()),
  requirements: list(
    z.object({
      code: z.string(),
      inputs: list(z.string()),
      must: z.string(),
      remedy: z.string(),
    }),
  ),
  terraform: floor,
  providers: table(floor.extend({ source: z.string() })),
  permissions: list(permission),
  managed_policies: table(managedPolicy),
  /** What texts look up: table => row => what stands there. */
  tables: table(table(z.string())).exactOptional(),
});

export type When = Readonly<z.infer<typeof when>>;
export type ConditionalText = Readonly<z.infer<typeof conditionalText>>;
export type Condition = Readonly<z.infer<typeof condition>>;
export type Permission = Readonly<z.infer<typeof permission>>;
export type Rule = Readonly<z.infer<typeof rule>>;
export type InputAttribute = Readonly<z.infer<typeof inputAttribute>>;
export type Input = Readonly<z.infer<typeof input>>;
export type Output = Readonly<z.infer<typeof output>>;
export type Floor = Readonly<z.infer<typeof floor>>;
export type ManagedPolicy = Readonly<z.infer<typeof managedPolicy>>;
export type ModuleInterface = Readonly<z.infer<typeof moduleInterface>>;

/** The folder of a module within a registry repository: that above the others has none. */
export interface LocatedModule {
  /** Like `modules/instance-profile`, or empty. */
  readonly folder: string;
  readonly contract: ModuleInterface;
}

/** A file of a commit, as git names it. */
export const nameAt = (release: string, path: string): string =>
  release === '' ? path : `${release}:${path}`;

const INTERFACE = /^(?:(?<folder>modules\/[^/]+)\/)?interface\.json$/;

/**
 * The modules of a registry repository, that above the others first.
 *
 * @param release the tag that holds the files, for messages; empty: none does
 * @throws UsageError `NoJson`, `InterfaceVersion` or `InterfaceForm` if a contract is not one
 *   that this program reads
 */
export function modulesIn(files: Files, release = ''): LocatedModule[] {
  return Object.entries(files)
    .flatMap(([path, text]) => {
      const found = INTERFACE.exec(path);
      return found === null
        ? []
        : [{ folder: found.groups?.folder ?? '', contract: parse(nameAt(release, path), text) }];
    })
    .sort((a, b) => (a.folder < b.folder ? -1 : 1));
}

function parse(path: string, text: string): ModuleInterface {
  const contract = jsonObject(path, text, 'restore it as ssm-iam wrote it');
  if (contract.schema_version !== 1) {
    throw new UsageError(
      'InterfaceVersion',
      `${path} must have schema_version 1, got ${String(contract.schema_version)}; use a release of ssm-iam that knows it`,
    );
  }
  const { data, error } = moduleInterface.safeParse(contract);
  if (data === undefined) {
    const [flaw] = error.issues;
    throw new UsageError(
      'InterfaceForm',
      `${path} must be as interface.schema.json says, got another ${flaw?.path.join('.') ?? ''} (${flaw?.message ?? ''}); restore it as ssm-iam wrote it`,
    );
  }
  return data;
}
