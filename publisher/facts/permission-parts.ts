import type { Permission, Term } from '../../contract/permissions';
import { principalsOf, whenInWords } from '../../contract/words';
import { paired } from './fact';
import { conditionText, partText, plain } from './permission-text';

/** One part of a permission: an action, a resource, a principal, a case, a condition. */
interface Part {
  /** All that it says: a part that says something else is another one. */
  readonly name: string;
  /** What kind it is, in words. */
  readonly kind: string;
  readonly text: string;
  /** Whether it takes from what the permission grants. */
  readonly restricts: boolean;
}

/** A part that is there in one of two releases. */
export interface PartChange {
  readonly kind: string;
  /** Null: it was not there. */
  readonly before: string | null;
  /** Null: it is gone. */
  readonly after: string | null;
  /** What comes of it for what is granted. */
  readonly direction: 'wider' | 'narrower';
}

/** What changed in a permission that two releases have. A part that changed is one that is gone, and a new one. */
export function partChanges(before: Permission, after: Permission): PartChange[] {
  const { gone, added } = paired(partsOf(before), partsOf(after));
  return [
    ...gone.map(({ kind, text, restricts }): PartChange => ({
      kind,
      before: text,
      after: null,
      direction: restricts ? 'wider' : 'narrower',
    })),
    ...added.map(({ kind, text, restricts }): PartChange => ({
      kind,
      before: null,
      after: text,
      direction: restricts ? 'narrower' : 'wider',
    })),
  ];
}

function partsOf(permission: Permission): Part[] {
  const { actions = [], resources = [], conditions = [], when } = permission;
  const { policy_arn, managed_policy, document, for_each = 'once' } = permission;
  const single = { policy: policy_arn, 'managed policy': managed_policy, document, loop: for_each };
  return [
    ...terms('action', actions),
    ...terms('resource', resources),
    ...terms('principal', principalsOf(permission)),
    ...terms('recipient', permission.granted_to),
    ...Object.entries(single).flatMap(([kind, text]) =>
      text === undefined ? [] : [part(kind, text, text)],
    ),
    ...when.map((test) => restriction('case', test, plain(whenInWords(test)))),
    ...conditions.map((one) => restriction('condition', one, conditionText(one))),
  ];
}

const part = (kind: string, content: unknown, text: string): Part => ({
  ...{ kind, text, restricts: false },
  name: `${kind} ${JSON.stringify(content)}`,
});

const restriction = (kind: string, content: unknown, text: string): Part => ({
  ...part(kind, content, text),
  restricts: true,
});

const terms = (kind: string, all: readonly Term[]): Part[] =>
  all.map((term) => part(kind, term, partText(term)));
