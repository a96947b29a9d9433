import { policyDocument } from '../../../modules/iam/policy-document';

const STATEMENT = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/*' };

const ofStatements = (statements: unknown): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements });

describe('a policy document', () => {
  test.each([
    ['with a list of statements', { Version: '2012-10-17', Statement: [STATEMENT] }],
    ['with one statement', { Version: '2012-10-17', Statement: STATEMENT }],
    [
      'whatever the statement says, which IAM judges',
      { Version: '2012-10-17', Statement: { Effect: 'Deny', NotAction: 's3:*' } },
    ],
    ['with an id', { Version: '2012-10-17', Id: 'x', Statement: [STATEMENT, STATEMENT] }],
  ])('is taken %s', (_, document) => {
    expect(policyDocument.accepts(JSON.stringify(document))).toBe(true);
  });

  test('is taken with white space around it', () => {
    const text = JSON.stringify({ Version: '2012-10-17', Statement: STATEMENT }, null, 2);

    expect(policyDocument.accepts(`\n  ${text}\n`)).toBe(true);
  });

  test.each([
    ['that is no JSON', '{"Version"'],
    ['that is empty', ''],
    ['that is null', 'null'],
    ['that is a list', '[]'],
    ['without a version', JSON.stringify({ Statement: [STATEMENT] })],
    ['of an empty version', JSON.stringify({ Version: '', Statement: [STATEMENT] })],
    ['of a version that is a number', JSON.stringify({ Version: 2012, Statement: [STATEMENT] })],
    ['without statements', JSON.stringify({ Version: '2012-10-17' })],
    ['with no statement in the list', JSON.stringify({ Version: '2012-10-17', Statement: [] })],
    ['with null for statements', ofStatements(null)],
    ['with an empty statement', ofStatements({})],
    ['with an empty text for a statement', ofStatements('')],
    ['with keys in lower case', JSON.stringify({ version: '2012-10-17', statement: [STATEMENT] })],
  ])('is refused %s', (_, text) => {
    expect(policyDocument.accepts(text)).toBe(false);
  });
});
