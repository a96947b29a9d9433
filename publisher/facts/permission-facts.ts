import type { Contract } from '../../contract/contract';
import type { Input } from '../../contract/module';
import type { Permission } from '../../contract/permissions';
import type { PermissionFinding } from './fact';
import { paired } from './fact';
import { partChanges } from './permission-parts';
import { permissionText } from './permission-text';

/** What a module says of its permissions, in one release. */
export type Granting = Pick<Contract, 'inputs' | 'permissions' | 'tables'>;

/**
 * What changed between the permissions of two releases, part by part: what is granted
 * or taken away by default, and what inputs can switch on. No rule set that we know looks
 * at this; decision 14 says why which change is which step.
 */
export function permissionFindings(before: Granting, after: Granting): PermissionFinding[] {
  const { gone, added, kept } = paired(named(before), named(after));
  const defaults = paired(before.inputs, after.inputs).kept.filter(
    ([from, to]) => defaultText(from) !== defaultText(to),
  );
  return [
    ...gone.map(({ of }) => wholeFinding(of, of.by_default, 'narrower')),
    ...added.map(({ of }) => wholeFinding(of, of.by_default, 'wider')),
    ...kept.flatMap(([{ of: was }, { of: is }]) => [
      ...(was.by_default === is.by_default
        ? []
        : [wholeFinding(is, true, is.by_default ? 'wider' : 'narrower')]),
      ...partFindings(was, is),
      ...defaultFindings(was, is, defaults),
      ...tableFindings(was, is, before, after),
    ]),
  ];
}

const named = ({ permissions }: Granting): { readonly name: string; readonly of: Permission }[] =>
  permissions.map((permission) => ({
    name: `${permission.kind} ${permission.id}`,
    of: permission,
  }));

/** How much more or less one thing grants than another; `other`: nobody can say. */
type Direction = 'wider' | 'narrower' | 'other';

interface Change {
  readonly before: string | null;
  readonly after: string | null;
  readonly direction: Direction;
  /** Whether it is of what is granted by default. */
  readonly byDefault: boolean;
}

/** What each kind of change is called. */
function codeOf(kind: Permission['kind'], { direction, byDefault }: Change): string {
  if (kind === 'boundary' && byDefault) {
    return 'boundary-changed';
  }
  switch (direction) {
    case 'wider':
      return byDefault ? 'permission-granted' : 'permission-offered';
    case 'narrower':
      return byDefault ? 'permission-withdrawn' : 'permission-unavailable';
    case 'other':
      return 'permission-changed';
  }
}

/** What takes away, or may, is a break: so is another boundary of what is granted by default. */
function finding({ kind, id }: Permission, change: Change, what: string): PermissionFinding {
  const code = codeOf(kind, change);
  return {
    code,
    subject: id,
    step: ['permission-granted', 'permission-offered'].includes(code) ? 'minor' : 'major',
    before: change.before,
    after: change.after,
    text: `${kind} \`${id}\` ${what}`,
    by_default: change.byDefault,
  };
}

function wholeFinding(
  permission: Permission,
  byDefault: boolean,
  direction: 'wider' | 'narrower',
): PermissionFinding {
  const text = permissionText(permission);
  const isMore = direction === 'wider';
  const what = byDefault ? 'granted by default' : 'there if an input asks for it';
  return finding(
    permission,
    { before: isMore ? null : text, after: isMore ? text : null, direction, byDefault },
    isMore ? `is ${what}` : `is not ${what} any more`,
  );
}

/** Parts are told with the permission that they belong to; the cases in which one is there stand in its text. */
function partFindings(was: Permission, is: Permission): PermissionFinding[] {
  const byDefault = was.by_default && is.by_default;
  return partChanges(was, is).map((change) => {
    const { kind, before, direction } = change;
    const verb = is.kind === 'boundary' ? 'allows' : 'grants';
    const what = `${verb} ${direction === 'wider' ? 'more' : 'less'}`;
    const how = before === null ? `one more ${kind}` : `one ${kind} fewer`;
    return finding(is, { ...change, byDefault }, `${what}: ${how}`);
  });
}

/** A default of an input that a permission names: in its texts, in its cases, or as what it runs over. */
function defaultFindings(
  was: Permission,
  is: Permission,
  defaults: readonly (readonly [Input, Input])[],
): PermissionFinding[] {
  if (!was.by_default && !is.by_default) {
    return [];
  }
  const text = JSON.stringify([was, is]);
  return defaults
    .filter(([{ name }]) => mentions(text, name))
    .map(([from, to]) =>
      finding(
        is,
        {
          before: `${from.name} = ${defaultText(from)}`,
          after: `${to.name} = ${defaultText(to)}`,
          direction: 'other',
          byDefault: true,
        },
        `hangs on the default of \`${to.name}\`, which is another one`,
      ),
    );
}

const defaultText = (input: Input): string =>
  input.required ? 'none' : JSON.stringify(input.default);

const mentions = (text: string, input: string): boolean =>
  text.includes(`"for_each":"${input}"`) ||
  text.includes(`"value":"${input}"`) ||
  new RegExp(String.raw`\$\{(?:[^}]*[^\w.])?${input}(?![\w])`).test(text);

/** Rows of a table that a permission's texts look something up in. */
function tableFindings(
  was: Permission,
  is: Permission,
  before: Granting,
  after: Granting,
): PermissionFinding[] {
  const byDefault = was.by_default && is.by_default;
  const names = [...JSON.stringify(is).matchAll(/\btables\.(\w+)/g)].map(([, name = '']) => name);
  return [...new Set(names)].flatMap((name) => {
    const [old, next] = [before.tables[name] ?? {}, after.tables[name] ?? {}];
    const rows = [...new Set([...Object.keys(old), ...Object.keys(next)])].sort();
    return rows
      .filter((row) => old[row] !== next[row])
      .map((row) => {
        const [from, to] = [old[row] ?? null, next[row] ?? null];
        const direction = from === null ? 'wider' : to === null ? 'narrower' : 'other';
        const change = { before: from, after: to, direction, byDefault } as const;
        const news = from === null ? 'new' : to === null ? 'gone' : 'another one';
        return finding(is, change, `looks up \`${row}\` of ${name}, which is ${news}`);
      });
  });
}
