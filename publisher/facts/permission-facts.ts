import { isDeepStrictEqual } from 'node:util';
import type { Contract } from '../../contract/contract';
import type { Permission } from '../../contract/permissions';
import type { Direction } from './default-when';
import { decidingDefaults, defaultText, reversed } from './default-when';
import type { PermissionFinding } from './fact';
import { paired } from './fact';
import { partChanges } from './permission-parts';
import type { PartChange } from './permission-parts';
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
  return [
    ...gone.map(({ of }) => wholeFinding(of, 'narrower')),
    ...added.map(({ of }) => wholeFinding(of, 'wider')),
    ...kept.flatMap(([{ of: was }, { of: is }]) => {
      const both = { was, is, before, after, isPreset: was.by_default && is.by_default };
      return [flipFindings, partFindings, defaultFindings, tableFindings].flatMap((find) =>
        find(both),
      );
    }),
  ];
}

/** A permission that both releases have, and what they say around it. */
interface Kept {
  readonly was: Permission;
  readonly is: Permission;
  readonly before: Granting;
  readonly after: Granting;
  /** Whether both grant it by default. */
  readonly isPreset: boolean;
}

const named = ({ permissions }: Granting): { readonly name: string; readonly of: Permission }[] =>
  permissions.map((permission) => ({
    name: `${permission.kind} ${permission.id}`,
    of: permission,
  }));

/** A boundary grants nothing: where it is there by default, it takes away. */
const effect = ({ kind }: Permission, direction: Direction): Direction =>
  kind === 'boundary' ? reversed(direction) : direction;

interface Change {
  readonly before: string | null;
  readonly after: string | null;
  readonly direction: Direction;
  readonly byDefault: Direction;
}

/** What each kind of change is called; what takes away, or may, is a break. */
function finding({ kind, id }: Permission, change: Change, what: string): PermissionFinding {
  const { before, after, direction, byDefault } = change;
  const takes = [direction, byDefault].some((one) => one === 'narrower' || one === 'other');
  const [code, words] =
    kind === 'boundary' && byDefault === 'narrower'
      ? ['boundary-set', 'bounds by default what is granted']
      : byDefault === 'wider'
        ? ['permission-granted', 'is granted by default']
        : byDefault === 'narrower'
          ? ['permission-withdrawn', 'is not granted by default any more']
          : direction === 'wider'
            ? ['permission-offered', 'can be switched on']
            : direction === 'narrower'
              ? ['permission-unavailable', 'cannot be had any more in all cases']
              : ['permission-changed', 'is another one'];
  return {
    code,
    subject: id,
    step: takes ? 'major' : 'minor',
    before,
    after,
    text: `${kind} \`${id}\`${what} ${words}`,
    by_default: byDefault !== 'same',
  };
}

function wholeFinding(permission: Permission, direction: 'wider' | 'narrower'): PermissionFinding {
  const text = permissionText(permission);
  return finding(
    permission,
    {
      before: direction === 'narrower' ? text : null,
      after: direction === 'wider' ? text : null,
      direction,
      byDefault: permission.by_default ? effect(permission, direction) : 'same',
    },
    '',
  );
}

/** A permission that is there by default now, or is so no more. */
function flipFindings({ was, is, before, after }: Kept): PermissionFinding[] {
  if (was.by_default === is.by_default) {
    return [];
  }
  const change = {
    before: was.by_default ? permissionText(was) : null,
    after: is.by_default ? permissionText(is) : null,
    direction: 'same',
    byDefault: effect(is, is.by_default ? 'wider' : 'narrower'),
  } as const;
  const defaults = decidingDefaults(was.when, before.inputs, after.inputs);
  const what = defaults === '' ? '' : ` with another default (${defaults})`;
  return [finding(is, change, what)];
}

function partFindings({ was, is, before, after, isPreset }: Kept): PermissionFinding[] {
  return partChanges(was, is, [before.inputs, after.inputs])
    .map((change): PartChange => ({
      ...change,
      byDefault: isPreset ? effect(is, change.byDefault) : 'same',
    }))
    .filter(({ direction, byDefault }) => direction !== 'same' || byDefault !== 'same')
    .map((change) => finding(is, change, wordsFor(change)));
}

/** How a changed part is told: by what came, what went, or another default. */
function wordsFor({ kind, before, after, defaults }: PartChange): string {
  if (defaults !== '') {
    return ` with another default for its ${kind} (${defaults})`;
  }
  const [added, gone] = [before === null, after === null];
  const how = added ? 'with' : gone ? 'without' : kind === 'cases' ? 'in other' : 'with another';
  return ` ${how} ${kind}`;
}

/** A default of an input that a permission names in its texts, or runs over. */
function defaultFindings({ is, before, after, isPreset }: Kept): PermissionFinding[] {
  if (!isPreset) {
    return [];
  }
  const text = JSON.stringify({ ...is, reason: '', when: [] });
  return paired(before.inputs, after.inputs)
    .kept.filter(([from, to]) => !isDeepStrictEqual(from.default, to.default))
    .filter(([{ name }]) => mentions(text, name))
    .map(([from, to]) => ({
      code: 'permission-changed',
      subject: is.id,
      step: 'major',
      before: `${from.name} = ${defaultText(from)}`,
      after: `${to.name} = ${defaultText(to)}`,
      text: `${is.kind} \`${is.id}\` hangs on the default of \`${to.name}\`, which is another one`,
      by_default: true,
    }));
}

const mentions = (text: string, input: string): boolean =>
  text.includes(`"for_each":"${input}"`) ||
  new RegExp(String.raw`\$\{(?:[^}]*[^\w.])?${input}(?![\w])`).test(text);

/** Rows of a table that a permission's texts look something up in. */
function tableFindings({ is, before, after, isPreset }: Kept): PermissionFinding[] {
  const names = [...JSON.stringify(is).matchAll(/\btables\.(\w+)/g)].map(([, name = '']) => name);
  return [...new Set(names)].flatMap((name) => {
    const [old, next] = [before.tables[name] ?? {}, after.tables[name] ?? {}];
    const rows = [...new Set([...Object.keys(old), ...Object.keys(next)])].sort();
    return rows
      .filter((row) => old[row] !== next[row])
      .map((row) => {
        const [from, to] = [old[row] ?? null, next[row] ?? null];
        const direction = from === null ? 'wider' : to === null ? 'narrower' : 'other';
        return finding(
          is,
          { before: from, after: to, direction, byDefault: isPreset ? direction : 'same' },
          ` with \`${row}\` of ${name}`,
        );
      });
  });
}
