import { hcl, quote, quoteAll } from '../../generator/hcl';
import { matches, rule } from '../../generator/rules';
import { awsPage } from './aws-pages';

const VERSIONS = ['2012-10-17', '2008-10-17'];
const EFFECTS = ['Allow', 'Deny'];

/** A JSON policy document that a caller hands in. */
export const policyDocument = rule<string>({
  code: 'PolicyDocument',
  must: 'must be JSON policy documents with a Version and at least one Statement, each with an Effect, an Action and a Resource (or NotAction, NotResource), and no Principal',
  remedy: 'write them with jsonencode() or the aws_iam_policy_document data source',
  see: awsPage.policyGrammar,
  refused: () => '{}',
  accepts: isPolicyDocument,
  condition: (text) =>
    // a list of statements, or one that is not in a list; flatten() would look into lists of lists
    hcl`try(alltrue([for document in [jsondecode(${text})] : contains(${quoteAll(VERSIONS)}, document.Version)
      && alltrue([for statements in [try(concat(document.Statement, []), [document.Statement])] : length(statements) > 0
        && alltrue([for statement in statements : contains(${quoteAll(EFFECTS)}, statement.Effect)
          && can(statement.Action) != can(statement.NotAction)
          && can(statement.Resource) != can(statement.NotResource)
          && !can(statement.Principal) && !can(statement.NotPrincipal)])])]), false)`,
});

const TEXT = '"(?:[^"\\\\]|\\\\.)*"';

/** A key that stands twice in one object is decoded into one: then there are fewer texts after it than before. */
export const keysOnce = rule<string>({
  code: 'PolicyKeyTwice',
  must: 'must not have a key twice in one object',
  remedy: 'join their values into a list',
  see: awsPage.policyGrammar,
  refused: (document) => document.replace('{', '{"Version":"2012-10-17",'),
  accepts: (text) => {
    try {
      return countTexts(text) === countTexts(JSON.stringify(JSON.parse(text)));
    } catch {
      return true;
    }
  },
  condition: (text) =>
    hcl`try(length(distinct([for json in [${text}, jsonencode(jsondecode(${text}))] :
      length(regexall(${quote(TEXT)}, json))])) == 1, true)`,
});

function countTexts(json: string): number {
  return [...json.matchAll(new RegExp(TEXT, 'gu'))].length;
}

/** Characters that IAM reads at most, white space counted. */
const LONGEST_DOCUMENT = 131_072;

const LATIN_1 = '^[\\t\\n\\r\\x20-\\xFF]*$';
const NOT_LATIN_1 = '[^\\t\\n\\r\\x20-\\xFF]';

const latin1 = matches({
  pattern: LATIN_1,
  refused: '\u2019',
  longest: LONGEST_DOCUMENT,
  joins: true,
  code: 'PolicyCharacters',
  must: `must be at most ${LONGEST_DOCUMENT} characters of Latin-1, escapes like \\u2019 included`,
  remedy: 'replace or remove the others',
  see: awsPage.createPolicy,
});

/** The provider decodes a document and sends it anew, so an escape arrives as its character. */
export const documentCharacters = rule<string>({
  ...latin1,
  refused: (document) => document.replace('}', ',"Sid":"\\u2019"}'),
  accepts: (text) => latin1.accepts(text) && latin1.accepts(decoded(text)),
  condition: (text) =>
    `${latin1.condition(text)} && try(length(regexall(${quote(NOT_LATIN_1)}, jsonencode(jsondecode(${text})))) == 0, true)`,
});

function decoded(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return '';
  }
}

const LONGEST_DESCRIPTION = 1000;

const descriptionCharacters = matches({
  pattern: '^[\\t\\n\\r\\x20-\\x7E\\xA1-\\xFF]*$',
  refused: 'A role for \u201ceverything\u201d.',
  code: 'Description',
  must: `must be at most ${LONGEST_DESCRIPTION} bytes of UTF-8 (é is two) with characters of Latin-1 only`,
  remedy: 'shorten it or replace the other characters',
  see: awsPage.createRole,
});

/** What IAM takes as a description, and the AWS provider, which counts bytes and not characters. */
export const description = rule<string>({
  ...descriptionCharacters,
  accepts: (text) =>
    Buffer.byteLength(text) <= LONGEST_DESCRIPTION && descriptionCharacters.accepts(text),
  // urlencode leaves one character, or % and two digits, for each byte
  condition: (text) =>
    `length(replace(urlencode(${text}), "/%[0-9A-F]{2}/", "x")) <= ${LONGEST_DESCRIPTION} && ${descriptionCharacters.condition(text)}`,
});

type Elements = Readonly<Record<string, unknown>>;

function isPolicyDocument(text: string): boolean {
  try {
    const parsed = JSON.parse(text) as Elements | null;
    const statements = [parsed?.Statement ?? []].flat() as (Elements | null)[];
    return (
      VERSIONS.includes(parsed?.Version as string) &&
      statements.length > 0 &&
      statements.every((statement) => statement !== null && isStatement(statement))
    );
  } catch {
    return false;
  }
}

function isStatement(statement: Elements): boolean {
  const has = (element: string): boolean => Object.hasOwn(statement, element);
  return (
    EFFECTS.includes(statement.Effect as string) &&
    has('Action') !== has('NotAction') &&
    has('Resource') !== has('NotResource') &&
    !has('Principal') &&
    !has('NotPrincipal')
  );
}
