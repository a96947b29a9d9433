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
          && length(flatten([jsondecode(${text}).Statement])) > 0, false)`,
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

/** What IAM accepts as the description of a role. */
export const description = matches({
  pattern: '^[\\t\\n\\r\\x20-\\x7E\\xA1-\\xFF]*$',
  longest: 1000,
  code: 'Description',
  must: 'must be at most 1000 characters of Latin-1 without control characters',
  remedy: 'shorten it or replace the other characters',
  see: awsPage.createRole,
});
