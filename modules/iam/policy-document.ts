import { hcl, quoteAll } from '../../generator/hcl';
import { matches, rule } from '../../generator/rules';
import { awsPage } from './aws-pages';

const VERSIONS = ['2012-10-17', '2008-10-17'];
const EFFECTS = ['Allow', 'Deny'];

/** A JSON policy document that a caller hands in. */
export const policyDocument = rule<string>({
  code: 'PolicyDocument',
  must: 'must be JSON policy documents with a Version and at least one Statement, each with an Effect',
  remedy: 'write them with jsonencode() or the aws_iam_policy_document data source',
  see: awsPage.policyGrammar,
  accepts: isPolicyDocument,
  // a list of statements, or one that is not in a list; flatten() would look into lists of lists
  condition: (text) => {
    const statement = `jsondecode(${text}).Statement`;
    const statements = hcl`try([for i in range(length(${statement})) : ${statement}[i]], [${statement}])`;
    return hcl`try(contains(${quoteAll(VERSIONS)}, jsondecode(${text}).Version) && length(${statements}) > 0
      && alltrue([for statement in ${statements} : contains(${quoteAll(EFFECTS)}, statement.Effect)]), false)`;
  },
});

/** Characters that IAM reads at most, white space counted. */
const LONGEST_DOCUMENT = 131_072;

export const documentCharacters = matches({
  pattern: '^[\\t\\n\\r\\x20-\\xFF]*$',
  longest: LONGEST_DOCUMENT,
  joins: true,
  code: 'PolicyCharacters',
  must: `must be at most ${LONGEST_DOCUMENT} characters of Latin-1`,
  remedy: 'write other characters as JSON escapes like \\u2019, or not at all',
  see: awsPage.createPolicy,
});

const LONGEST_DESCRIPTION = 1000;

const descriptionCharacters = matches({
  pattern: '^[\\t\\n\\r\\x20-\\x7E\\xA1-\\xFF]*$',
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

function isPolicyDocument(text: string): boolean {
  try {
    const parsed = JSON.parse(text) as { Version?: unknown; Statement?: unknown } | null;
    const statements = [parsed?.Statement ?? []].flat() as ({ Effect?: unknown } | null)[];
    return (
      VERSIONS.includes(parsed?.Version as string) &&
      statements.length > 0 &&
      statements.every((statement) => EFFECTS.includes(statement?.Effect as string))
    );
  } catch {
    return false;
  }
}
