import { isDeepStrictEqual } from 'node:util';
import type { Input } from '../../contract/module';
import type { Condition, Permission, Term, When } from '../../contract/permissions';
import { principalsOf } from '../../contract/words';
import { HOLDS, byDefault, decidingDefaults, reversed, whenDirection } from './default-when';
import type { Direction, Holds } from './default-when';
import { casesText, conditionText, partText } from './permission-text';

/** One part of a permission: an action, a resource, a principal, a condition. */
interface Part {
  /** What kind of part it is, and which. */
  readonly name: string;
  /** What kind it is, in words. */
  readonly kind: string;
  /** What it holds, without the cases in which it is there. */
  readonly content: string;
  readonly for_each?: string | undefined;
  /** Name of the condition that it is a value of. */
  readonly of?: string;
  readonly when: readonly When[];
  /** Whether it takes from what the permission grants. */
  readonly restricts: boolean;
  readonly text: string;
}

/** A part that is otherwise than it was. */
export interface PartChange {
  readonly part: string;
  readonly kind: string;
  readonly before: string | null;
  readonly after: string | null;
  /** What comes of it for what is granted. */
  readonly direction: Direction;
  /** The same with the defaults of all inputs. */
  readonly byDefault: Direction;
  /** The inputs whose other defaults make it so, as words; empty: none do. */
  readonly defaults: string;
}

/** What changed in a permission that two releases have. */
export function partChanges(
  before: Permission,
  after: Permission,
  inputs: readonly [readonly Input[], readonly Input[]],
): PartChange[] {
  const [old, next] = [named(partsOf(before)), named(partsOf(after))];
  const names = [...new Set([...old.keys(), ...next.keys()])];
  return names.flatMap((name) => {
    const [from, to] = [old.get(name), next.get(name)];
    const { of = name } = from ?? to ?? {};
    if (!old.has(of) !== !next.has(of) && of !== name) {
      // its condition is not in both, and says it all
      return [];
    }
    const change = changeOf(name, from, to, inputs);
    const isCovered =
      (from === undefined && covers([...old.values()], to)) ||
      (to === undefined && covers([...next.values()], from));
    return change === undefined || isCovered ? [] : [change];
  });
}

/** Parts by their names; a text that is there twice, in other cases, has a number. */
function named(parts: readonly Part[]): Map<string, Part> {
  const found = new Map<string, Part>();
  for (const part of parts) {
    const before = [...found.keys()].filter((name) => name.replace(/ \(\d+\)$/, '') === part.name);
    found.set(before.length === 0 ? part.name : `${part.name} (${before.length + 1})`, part);
  }
  return found;
}

const holds = (part: Part | undefined, inputs: readonly Input[]): Holds =>
  part === undefined ? HOLDS.no : byDefault(part.when, inputs);

function changeOf(
  name: string,
  from: Part | undefined,
  to: Part | undefined,
  [was, is]: readonly [readonly Input[], readonly Input[]],
): PartChange | undefined {
  const [held, holding] = [holds(from, was), holds(to, is)];
  const granted =
    from === undefined ? 'wider' : to === undefined ? 'narrower' : partDirection(from, to);
  const preset = held === holding ? 'same' : held < holding ? 'wider' : 'narrower';
  if (granted === 'same' && preset === 'same') {
    return undefined;
  }
  const restricts = (to ?? from)?.restricts === true;
  // where only a default turned it on or off, it is not there on the other side
  const isThere = (way: Direction): boolean => granted !== 'same' || preset !== way;
  const change = {
    part: name,
    kind: (to ?? from)?.kind ?? name,
    before: from !== undefined && isThere('wider') ? from.text : null,
    after: to !== undefined && isThere('narrower') ? to.text : null,
    defaults: from === undefined || to === undefined ? '' : decidingDefaults(from.when, was, is),
    direction: restricts ? reversed(granted) : granted,
    byDefault: restricts ? reversed(preset) : preset,
  };
  // something else, where it may hold: nobody can say what comes of it
  return granted === 'other' && preset === 'same' && holding !== HOLDS.no
    ? { ...change, byDefault: 'other' }
    : change;
}

const partDirection = (from: Part, to: Part): Direction =>
  from.content === to.content && from.for_each === to.for_each
    ? whenDirection(from.when, to.when)
    : 'other';

function partsOf(permission: Permission): Part[] {
  const { actions = [], resources = [], conditions = [], when } = permission;
  const repetition = permission.for_each ?? 'once';
  return [
    ...textParts('action', actions),
    ...textParts('resource', resources),
    ...textParts('principal', principalsOf(permission)),
    ...textParts('recipient', permission.granted_to, 'to'),
    ...(['policy_arn', 'managed_policy', 'document'] as const).flatMap((key) =>
      permission[key] === undefined ? [] : [part(key, key, permission[key], permission[key])],
    ),
    part('repetition', 'for each', repetition, repetition),
    { ...part('cases', 'cases', '', casesText(when)), when },
    ...conditions.flatMap(conditionParts),
  ];
}

/** A condition, and its values: one more lets more requests through, of a negation fewer. */
function conditionParts(condition: Condition): Part[] {
  const name = `condition ${condition.operator} ${condition.key}`;
  const restricts = condition.operator.includes('Not');
  return [
    {
      ...part('condition', name, '', conditionText(condition)),
      for_each: condition.for_each,
      restricts: true,
    },
    ...textParts('value', condition.values, `value of ${name}:`).map((value) => ({
      ...value,
      of: name,
      restricts,
    })),
  ];
}

const part = (kind: string, name: string, content: string, text: string): Part => ({
  ...{ kind, name, content, text },
  when: [],
  restricts: false,
});

const textParts = (kind: string, terms: readonly Term[], name = kind): Part[] =>
  terms.map((term) => ({
    ...part(kind, `${name} ${term.text}`, term.text, partText(term)),
    for_each:
      term.otherwise === undefined ? term.for_each : `${term.for_each} or ${term.otherwise}`,
    when: term.when ?? [],
  }));

/** Whether a pattern with `*` of the same kind takes in what a part names, in the same cases. */
function covers(parts: readonly Part[], part: Part | undefined): boolean {
  return (
    part !== undefined &&
    ['action', 'resource'].includes(part.kind) &&
    parts.some(
      (other) =>
        other.kind === part.kind &&
        other.content.includes('*') &&
        other.for_each === part.for_each &&
        isDeepStrictEqual(other.when, part.when) &&
        globOf(other.content).test(part.content),
    )
  );
}

const globOf = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern
      .split('*')
      .map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'))
      .join('.*')}$`,
    's',
  );
