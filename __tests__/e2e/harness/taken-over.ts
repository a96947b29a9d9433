import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Document } from './account';
import { difference, permissionsIn } from './iam-content';
import type { GrantedState } from './iam-content';
import { MODULES } from './workspace';
import type { Plan, ResourceChange } from './workspace';

/** The example of a module that imports. */
export const exampleOf = (module: string): string =>
  readFileSync(join(MODULES, module, 'examples/take-over/main.tf'), 'utf8');

/** Its call and imports, for a root configuration that has those of others too. */
export function callAndImports(module: string, inputs = ''): string {
  return exampleOf(module)
    .replace(/^terraform \{\n.*?^\}\n/ms, '')
    .replace('  source = "../.."\n', `  source = "${MODULES}/${module}"\n${inputs}\n`);
}

/** What a plan does to what a call of the root makes, by addresses in the module. */
export class PartOfPlan {
  private readonly changes: readonly ResourceChange[];

  constructor({ resource_changes = [] }: Plan, call: string) {
    this.changes = resource_changes
      .filter(({ address, mode }) => mode === 'managed' && address.startsWith(`module.${call}.`))
      .map((change) => ({ ...change, address: change.address.replace(`module.${call}.`, '') }));
  }

  /** Address and ID of what it imports, as a block says it. */
  imported(): string[] {
    return this.changes
      .flatMap(({ address, change: { importing } }) =>
        importing === undefined ? [] : [`${address} ${importing.id}`],
      )
      .sort();
  }

  /** Addresses of what it imports and does not leave as it is. */
  importedAndChanged(): string[] {
    return this.changes
      .filter(({ change }) => change.importing !== undefined && change.actions.join() !== 'no-op')
      .map(({ address }) => address)
      .sort();
  }

  /** What else it does. */
  done(): string[] {
    return this.changes.flatMap(doneBy).sort();
  }
}

function doneBy({ address, change }: ResourceChange): string[] {
  const [action = ''] = change.actions;
  if (action === 'no-op') {
    return [];
  }
  if (action === 'create' && change.actions.length === 1) {
    return [`+ ${address}`];
  }
  if (action !== 'update') {
    return [`${change.actions.join('/')} ${address}`];
  }
  const { before, after, after_unknown } = change;
  const unknown = Object.keys(after_unknown).filter((name) => isUnknown(after_unknown[name]));
  const known = Object.entries(after ?? {}).filter(
    ([name, value]) => !unknown.includes(name) && !isSame(before?.[name], value),
  );
  return [
    ...unknown.map((name) => `~ ${address}: ${name} (unknown)`),
    ...known.flatMap(([name, value]) => changed(before?.[name], value, `~ ${address}: ${name}`)),
  ];
}

/** A plan has `true` where a value is unknown, and empty lists and objects where all in them is known. */
const isUnknown = (value: unknown): boolean =>
  value === true ||
  (typeof value === 'object' && value !== null && Object.values(value).some(isUnknown));

/** A policy document changes permission by permission, or in what is no permission. */
function changed(before: unknown, after: unknown, where: string): string[] {
  if (!where.endsWith('policy')) {
    return [where];
  }
  const [old, now] = [before, after].map((text) =>
    permissionsIn(JSON.parse(String(text)) as Document),
  );
  const { page, module } = difference(old ?? [], now ?? []);
  const permissions = [
    ...page.map((text) => `${where} - ${text}`),
    ...module.map((text) => `${where} + ${text}`),
  ];
  return permissions.length === 0 ? [`${where} (same permissions)`] : permissions;
}

const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/** Address in the module and ID of each `import` block. */
export function importsIn(text: string): string[] {
  const blocks = [
    ...text.matchAll(/^import \{\n {2}to = module\.\w+\.(.*)\n {2}id = "(.*)"\n\}$/gm),
  ];
  return blocks.map(([, address = '', id = '']) => `${address} ${id}`).sort();
}

/** What is left of what roles and users had: paths, profiles and policies. */
export function kept(had: GrantedState, has: GrantedState): object {
  const roles = Object.entries(had.roles).map(([name, { attached, inline }]) => {
    const now = has.roles[name];
    return {
      ...{ name, path: now?.path, profiles: now?.profiles },
      attached: both(attached, now?.attached),
      inline: both(Object.keys(inline), Object.keys(now?.inline ?? {})),
    };
  });
  const users = Object.entries(had.users).map(([name, arns]) => [
    name,
    both(arns, has.users[name]),
  ]);
  return { roles, users, profiles: has.profiles, inlineOfUsers: has.inlineOfUsers };
}

const both = (had: readonly string[], has: readonly string[] = []): string[] =>
  had.filter((one) => has.includes(one));
