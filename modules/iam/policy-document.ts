import { hcl } from '../../generator/hcl';
import { matches, rule } from '../../generator/rules';
import { awsPage } from './aws-pages';

const VERSIONS = ['2012-10-17', '2008-10-17'];

/** A JSON policy document that a caller hands in. */
export const policyDocument = rule<string>({
  code: 'PolicyDocument',
  must: 'must be JSON policy documents with a Version and at least one Statement',
  remedy: 'write them with jsonencode() or the aws_iam_policy_document data source',
  see: awsPage.policyGrammar,
  accepts: isPolicyDocument,
  condition: (text) =>
    hcl`try(contains(["2012-10-17", "2008-10-17"], jsondecode(${text}).Version)
          && jsondecode(${text}).Statement != null
          && length(flatten([jsondecode(${text}).Statement])) > 0, false)`,
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
    return (
      VERSIONS.includes(parsed?.Version as string) && [parsed?.Statement ?? []].flat().length > 0
    );
  } catch {
    return false;
  }
}
