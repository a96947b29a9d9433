import type { Document } from './account';

/**
 * What IAM says to a request by the documents alone, conditions included: the
 * emulator evaluates none. Whatever of the language is not known here throws.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */

/** The keys that a request comes with. */
export type Context = Readonly<Record<string, string>>;

export interface Request {
  readonly action: string;
  readonly resource: string;
  readonly context: Context;
}

export type Verdict = 'allow' | 'deny';

type Texts = string | readonly string[];
type Conditions = Readonly<Record<string, Readonly<Record<string, Texts>>>>;

interface Statement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action: Texts;
  readonly Resource?: Texts;
  readonly Principal?: Readonly<Partial<Record<'AWS' | 'Service', Texts>>>;
  readonly Condition?: Conditions;
}

const KNOWN = /^(Sid|Effect|Action|Resource|Principal|Condition)$/;

/** What the policies of a principal say to a request. */
export function evaluate(documents: readonly Document[], request: Request): Verdict {
  const { action, resource, context } = request;
  return verdictOf(
    documents.map((document) => withRequest(document, context)),
    ({ Action, Resource, Condition }) =>
      listOf(Action).some((one) => matches(one.toLowerCase(), action.toLowerCase())) &&
      listOf(Resource).some((one) => matches(one, resource)) &&
      holds(Condition, context),
  );
}

/** A document with what a request says of itself in place of the variables. */
const withRequest = (document: Document, context: Context): Document =>
  JSON.parse(
    JSON.stringify(document).replace(
      /\$\{(\w+:[^}]+)\}/g,
      (variable, key: string) => context[key] ?? variable,
    ),
  ) as Document;

/** Whether the trust policy of a role lets a service or an account assume it. */
export function trusts(document: Document, principal: string, context: Context): Verdict {
  return verdictOf(
    [document],
    ({ Action, Principal, Condition }) =>
      listOf(Action).includes('sts:AssumeRole') &&
      Object.values(Principal ?? {})
        .flat()
        .includes(principal) &&
      holds(Condition, context),
  );
}

/** Nothing is allowed that no statement allows, or that one denies. */
function verdictOf(
  documents: readonly Document[],
  applies: (statement: Statement) => boolean,
): Verdict {
  const effects = documents
    .flatMap(statementsIn)
    .filter(applies)
    .map(({ Effect }) => Effect);
  return effects.includes('Allow') && !effects.includes('Deny') ? 'allow' : 'deny';
}

function statementsIn({ Version, Statement }: Document): Statement[] {
  const statements = [Statement].flat() as Statement[];
  const unknown = statements.flatMap(Object.keys).filter((key) => !KNOWN.test(key));
  if (Version !== '2012-10-17' || unknown.length > 0) {
    throw new Error(`not known here: version ${Version}, ${unknown.join(', ')}`);
  }
  return statements;
}

/** All operators and all keys have to match, and one of the values of each. */
export function holds(conditions: Conditions | undefined, context: Context): boolean {
  const present = new Map(Object.entries(context).map(([key, one]) => [key.toLowerCase(), one]));
  return Object.entries(conditions ?? {}).every(([operator, keys]) => {
    const compare = COMPARISONS[operator.replace(/IfExists$/, '')];
    if (compare === undefined) {
      throw new Error(`not known here: ${operator}`);
    }
    return Object.entries(keys).every(([key, values]) => {
      const actual = present.get(key.toLowerCase());
      return actual === undefined
        ? operator.endsWith('IfExists')
        : listOf(values).some((value) => compare(value, actual));
    });
  });
}

const COMPARISONS: Readonly<Record<string, (pattern: string, actual: string) => boolean>> = {
  Bool: (value, actual) => value.toLowerCase() === actual.toLowerCase(),
  StringEquals: (value, actual) => withoutVariables(value) === actual,
  StringLike: matches,
  // AWS: the two behave identically
  ArnEquals: matchesByComponents,
  ArnLike: matchesByComponents,
};

/** Each of the six parts of an ARN is compared separately. */
function matchesByComponents(like: string, arn: string): boolean {
  const [patterns, parts] = [like, arn].map((text) => {
    const [a = '', b = '', c = '', d = '', e = '', ...resource] = text.split(':');
    return [a, b, c, d, e, resource.join(':')];
  });
  return (patterns ?? []).every((one, i) => matches(one, parts?.[i] ?? ''));
}

/** A star stands for any characters, a question mark for one. */
function matches(like: string, text: string): boolean {
  const source = like.replace(/\$\{[^}]*\}|[^]/g, (part) => {
    switch (part) {
      case '*':
        return '[^]*';
      case '?':
        return '[^]';
      default:
        return withoutVariables(part).replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
    }
  });
  return new RegExp(`^${source}$`).test(text);
}

/** A text with the variables that stand for the characters themselves put in. */
function withoutVariables(text: string): string {
  return text.replace(/\$\{([^}]*)\}/g, (variable, name: string) => {
    if (!/^[*?$]$/.test(name)) {
      throw new Error(`not known here: ${variable}`);
    }
    return name;
  });
}

const listOf = (texts: Texts | undefined): readonly string[] =>
  texts === undefined ? [] : [texts].flat();
