import { matches } from '../../generator/rules';
import type { Rule } from '../../generator/rules';
import { awsPage } from './aws-pages';

/** A JSON policy document that a caller hands in. What it says is between the caller and IAM. */
export const policyDocument: Rule<string> = {
  code: 'PolicyDocument',
  judgesNull: true,
  must: 'must be a JSON object with a Version and at least one Statement',
  remedy: 'write it with jsonencode() or the aws_iam_policy_document data source',
  see: awsPage.policyGrammar,
  refused: () => '{}',
  accepts: isPolicyDocument,
  condition: (text) =>
    `try(length(jsondecode(${text}).Version) > 0 && length(jsondecode(${text}).Statement) > 0, false)`,
};

function isPolicyDocument(text: string): boolean {
  try {
    const document = JSON.parse(text) as Readonly<Record<string, unknown>> | null;
    return isFilled(document?.Version) && isFilled(document?.Statement);
  } catch {
    return false;
  }
}

/** Whether Terraform counts something in a text, a list or an object. */
const isFilled = (value: unknown): boolean =>
  typeof value === 'object'
    ? Object.keys(value ?? {}).length > 0
    : typeof value === 'string' && value !== '';

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
export const description: Rule<string> = {
  ...descriptionCharacters,
  accepts: (text) =>
    Buffer.byteLength(text) <= LONGEST_DESCRIPTION && descriptionCharacters.accepts(text),
  // urlencode leaves one character, or % and two digits, for each byte
  condition: (text) =>
    `length(replace(urlencode(${text}), "/%[0-9A-F]{2}/", "x")) <= ${LONGEST_DESCRIPTION} && ${descriptionCharacters.condition(text)}`,
};
