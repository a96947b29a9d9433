import type { Rule } from '../../contract/module';
import { UsageError, reasonOf } from '../../errors';
import { jsonObject } from '../../json';
import { nameAt } from '../module-interface';
import type { Files } from '../../files';

/** A test that Terraform makes of what a caller gives. */
export interface Test {
  /** Where it stands: an input, or the address of a resource or output. */
  readonly place: string;
  /** What its message ends with; empty: it has none. */
  readonly code: string;
  readonly condition: string;
  /** Whether it refuses; a check only warns. */
  readonly refuses: boolean;
  /** What the contract says of the rule of an input. */
  readonly rule?: Pick<Rule, 'part' | 'limits'> | undefined;
}

export interface Move {
  readonly from: string;
  readonly to: string;
}

/** How often a resource or a called module is there. */
export interface Repetition {
  readonly name: string;
  readonly by: 'count' | 'for_each' | 'once';
  readonly expression: string;
}

export interface ProviderRequirement {
  readonly source?: string;
  readonly version?: string;
  readonly configuration_aliases?: readonly string[];
}

/** What the `*.tf.json` files of a module say beside its contract. */
export interface EmittedModule {
  readonly validations: readonly Test[];
  /** Preconditions and postconditions, of resources and outputs. */
  readonly demands: readonly Test[];
  readonly checks: readonly Test[];
  readonly moves: readonly Move[];
  readonly repetitions: readonly Repetition[];
  /** Called module => its folder, as the call has it. */
  readonly calls: Readonly<Record<string, string>>;
  readonly requiredVersion: string;
  readonly providers: Readonly<Record<string, ProviderRequirement>>;
  /** Output => its expression. */
  readonly values: Readonly<Record<string, unknown>>;
  /** All that Terraform evaluates, without comments, messages and descriptions. */
  readonly evaluated: unknown;
}

type Block = Readonly<Record<string, unknown>>;
type Sources = readonly (readonly [path: string, text: string])[];

/** Most modules of a release are those of the one before: the same texts are read once. */
const known = new Map<string, EmittedModule>();

/**
 * Reads the module in a folder.
 *
 * @param folder like `modules/instance-profile`, or empty
 * @param release the tag that holds the files, for messages; empty: none does
 * @throws UsageError `NoJson` or `ModuleForm`
 */
export function readEmitted(files: Files, folder: string, release = ''): EmittedModule {
  const sources = sourcesIn(files, folder);
  const texts = sources.map(([, text]) => text).join('\0');
  const emitted = known.get(texts) ?? read(sources, folder, release);
  known.set(texts, emitted);
  return emitted;
}

function read(sources: Sources, folder: string, release: string): EmittedModule {
  const all = sources.map(([path, text]) =>
    jsonObject(nameAt(release, path), text, 'restore it as ssm-iam wrote it'),
  );
  try {
    return emittedBy(all);
  } catch (error) {
    throw new UsageError(
      'ModuleForm',
      `${nameAt(release, folder === '' ? '*.tf.json' : `${folder}/*.tf.json`)} must hold blocks as ssm-iam writes them (${reasonOf(error)}); restore the files`,
    );
  }
}

function emittedBy(all: readonly Block[]): EmittedModule {
  const of = (kind: string): Block =>
    Object.fromEntries(all.flatMap((one) => Object.entries(one[kind] ?? {})));
  const variables = Object.entries(of('variable')) as [string, Block][];
  const outputs = Object.entries(of('output')) as [string, Block][];
  const placed = [...resourcesIn(of('resource'), ''), ...resourcesIn(of('data'), 'data.')];
  const calls = Object.entries(of('module')) as [string, Block][];
  const terraform = of('terraform');
  return {
    validations: variables.flatMap(([name, block]) => tests(name, block.validation, true)),
    demands: [
      ...placed.flatMap(([address, block]) => demandsOf(address, first(block.lifecycle))),
      ...outputs.flatMap(([name, block]) => demandsOf(`output.${name}`, block)),
    ],
    checks: Object.entries(of('check')).flatMap(([name, block]) =>
      tests(`check.${name}`, (block as Block).assert, false),
    ),
    moves: all.flatMap((one) => listOf(one.moved)) as unknown as Move[],
    repetitions: [
      ...placed.map(([address, block]) => repetitionOf(address, block)),
      ...calls.map(([name, block]) => repetitionOf(`module.${name}`, block)),
    ],
    calls: Object.fromEntries(calls.map(([name, { source }]) => [name, String(source)])),
    requiredVersion:
      typeof terraform.required_version === 'string' ? terraform.required_version : '',
    providers: (terraform.required_providers ?? {}) as EmittedModule['providers'],
    values: Object.fromEntries(outputs.map(([name, { value }]) => [name, value])),
    evaluated: all.map((one) => withoutWords(one)),
  };
}

/** What Terraform reads, in the order of the names. */
function sourcesIn(files: Files, folder: string): Sources {
  const prefix = folder === '' ? '' : `${folder}/`;
  return Object.entries(files)
    .filter(
      ([path]) => path.startsWith(prefix) && /^[^/]+\.tf\.json$/.test(path.slice(prefix.length)),
    )
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

const resourcesIn = (types: Block, prefix: string): [string, Block][] =>
  Object.entries(types).flatMap(([type, named]) =>
    Object.entries(named as Block).map(([name, block]): [string, Block] => [
      `${prefix}${type}.${name}`,
      first(block),
    ]),
  );

/** Terraform takes a block, or a list of blocks. */
const listOf = (block: unknown): Block[] =>
  block === undefined ? [] : ((Array.isArray(block) ? block : [block]) as Block[]);

const first = (block: unknown): Block => listOf(block)[0] ?? {};

const demandsOf = (place: string, block: Block): Test[] => [
  ...tests(place, block.precondition, true),
  ...tests(place, block.postcondition, true),
];

const tests = (place: string, blocks: unknown, refuses: boolean): Test[] =>
  listOf(blocks).map(({ condition, error_message }) => ({
    place,
    code: /\[(\w+)\]$/.exec(String(error_message))?.[1] ?? '',
    condition: String(condition).replace(/^\$\{([\s\S]*)\}$/, '$1'),
    refuses,
  }));

function repetitionOf(name: string, block: Block): Repetition {
  const by =
    block.count !== undefined ? 'count' : block.for_each !== undefined ? 'for_each' : 'once';
  return { name, by, expression: by === 'once' ? '' : JSON.stringify(block[by]) };
}

/** What is for people only. The description of a resource is not: AWS stores it. */
function withoutWords(value: unknown, path: readonly string[] = []): unknown {
  if (Array.isArray(value)) {
    return value.map((item) => withoutWords(item, path));
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const isOfInterface = path.length === 2 && ['variable', 'output'].includes(path[0] ?? '');
  const words = ['//', 'error_message', ...(isOfInterface ? ['description'] : [])];
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !words.includes(key))
      .map(([key, held]) => [key, withoutWords(held, [...path, key])]),
  );
}
