import { matches } from '../../generator/rules';
import type { Rule } from '../../generator/rules';
import { awsPage } from './aws-pages';

/** A JSON policy document that a caller hands in. What it says is between the caller and IAM. */
export const policyDocument: Rule<string> = {
  code: 'PolicyDocument',
  onNull: 'refuses',
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

/** What IAM takes as a description. Of a role the AWS provider counts bytes, and refuses more of them by itself. */
export const description = matches({
  pattern: '^[\\t\\n\\r\\x20-\\x7E\\xA1-\\xFF]*$',
  refused: 'A role for \u201ceverything\u201d.',
  code: 'Description',
  longest: LONGEST_DESCRIPTION,
  must: `must be at most ${LONGEST_DESCRIPTION} characters, of Latin-1 only`,
  remedy: 'shorten it or replace the other characters',
  see: awsPage.createRole,
});
