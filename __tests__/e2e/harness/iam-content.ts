import type { AccountState, Document } from './account';

/** A role, user or policy, by what IAM decides with. */
export interface Subject {
  readonly kind: 'policy' | 'role' | 'user';
  readonly name: string;
}

/** The account, and the inline policies of its users by user and name. */
export interface GrantedState extends AccountState {
  readonly inlineOfUsers: Readonly<Record<string, Readonly<Record<string, Document>>>>;
}

/** What differs between two accounts. */
export interface Difference {
  /** What only the account has in which the page was followed. */
  readonly page: readonly string[];
  /** What only the account has in which the module was applied. */
  readonly module: readonly string[];
}

type Statement = Readonly<Record<string, unknown>>;

const LANGUAGE = '2012-10-17';
const KNOWN = /^(Sid|Effect|(Not)?(Principal|Action|Resource)|Condition)$/;

/**
 * What a subject amounts to: a line for each trusted principal, attached
 * policy, granted action on a resource, instance profile and boundary.
 *
 * Number and names of policies (one may be split into "name-...") and statements, their order and Sids, and one
 * value in a list or alone make no difference; all else does.
 */
export function contentOf(state: GrantedState, { kind, name }: Subject): string[] {
  const granted = (documents: readonly Document[], verb = 'grants'): string[] =>
    documents.flatMap((document) => permissionsIn(document).map((text) => `${verb}: ${text}`));
  if (kind === 'policy') {
    return distinct(granted(policiesOf(state, name)));
  }
  if (kind === 'user') {
    const attached = found(state.users, kind, name);
    const inline = Object.values(state.inlineOfUsers[name] ?? {});
    return distinct([...attachedLines(attached), ...granted([...inline, ...own(state, attached)])]);
  }
  const { attached, boundary, inline, profiles, trust } = found(state.roles, kind, name);
  return distinct([
    ...granted([trust], 'trusts'),
    ...attachedLines(attached),
    ...granted([...Object.values(inline), ...own(state, attached)]),
    ...profiles.map((profile) => `profile: ${profile}`),
    ...(boundary === undefined ? [] : [`bounded by: ${boundary}`]),
  ]);
}

/** A policy, or those into which it is split. */
function policiesOf(state: GrantedState, name: string): Document[] {
  const parts = Object.entries(state.policies).filter(([one]) => one.startsWith(`${name}-`));
  return parts.length > 0
    ? parts.map(([, document]) => document)
    : [found(state.policies, 'policy', name)];
}

/** What each has and the other has not. */
export function difference(page: readonly string[], module: readonly string[]): Difference {
  return {
    page: page.filter((line) => !module.includes(line)),
    module: module.filter((line) => !page.includes(line)),
  };
}

/**
 * The permissions of a document one by one: a statement grants each of its
 * actions on each of its resources, to each of its principals.
 */
export function permissionsIn({ Version, Statement }: Document): string[] {
  const language = Version === LANGUAGE ? '' : ` in version ${Version}`;
  return distinct(
    listOf(Statement).flatMap((statement) =>
      permissionsOf(statement as Statement).map((text) => `${text}${language}`),
    ),
  );
}

function permissionsOf(statement: Statement): string[] {
  const unknown = Object.keys(statement).filter((key) => !KNOWN.test(key));
  if (unknown.length > 0) {
    throw new Error(`no element of a statement: ${unknown.join(', ')}`);
  }
  const { Effect, Condition } = statement;
  const clauses = [
    partsOf(statement, 'Action', '', listOf),
    partsOf(statement, 'Resource', ' on ', listOf),
    partsOf(statement, 'Principal', ' to ', principals),
    [condition(Condition)],
  ];
  return clauses.reduce(
    (texts, parts) => texts.flatMap((text) => parts.map((part) => `${text}${part}`)),
    [`${String(Effect)} `],
  );
}

/** Each value of an element; what it is negated with stays together, as it means "none of these". */
function partsOf(
  statement: Statement,
  element: string,
  preposition: string,
  values: (value: unknown) => unknown[],
): string[] {
  const negated = statement[`Not${element}`];
  if (negated !== undefined) {
    const all = values(negated).map(String).sort().join(', ');
    return [`${preposition}anything but [${all}]`];
  }
  const value = statement[element];
  return value === undefined ? [''] : values(value).map((one) => `${preposition}${String(one)}`);
}

/** `"*"`, or names by kind. */
function principals(value: unknown): string[] {
  return typeof value === 'string'
    ? [value]
    : Object.entries(value as Statement).flatMap(([kind, names]) =>
        listOf(names).map((name) => `${kind} ${String(name)}`),
      );
}

function condition(value: unknown): string {
  const tests = Object.entries((value ?? {}) as Record<string, Statement>).flatMap(
    ([operator, keys]) =>
      Object.entries(keys).map(
        ([key, values]) => `${operator} ${key} = ${listOf(values).map(String).sort().join(' or ')}`,
      ),
  );
  return tests.length === 0 ? '' : ` if ${tests.sort().join(' and ')}`;
}

/** The customer managed policies among the attached ones. */
function own(state: GrantedState, attached: readonly string[]): Document[] {
  return attached
    .filter((arn) => !arn.includes(':iam::aws:'))
    .map((arn) => found(state.policies, 'policy', arn.split('/').pop() ?? ''));
}

const attachedLines = (arns: readonly string[]): string[] => arns.map((arn) => `attached: ${arn}`);

function found<T>(all: Readonly<Record<string, T>>, kind: string, name: string): T {
  const one = all[name];
  if (one === undefined) {
    throw new Error(`no ${kind} ${name} among ${Object.keys(all).join(', ')}`);
  }
  return one;
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)].sort();
