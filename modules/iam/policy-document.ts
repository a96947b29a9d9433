import { expr } from '../../generator/expression';
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
    expr`try(length(jsondecode(${text}).Version) > 0 && length(jsondecode(${text}).Statement) > 0, false)`,
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
