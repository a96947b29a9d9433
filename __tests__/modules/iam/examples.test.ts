import { SAMPLE_DOCUMENT, documentOf, ownPolicies } from '../../../modules/iam/examples';

test('policies differ in their names and ARNs', () => {
  expect(ownPolicies(2)).toEqual({
    Example0: 'arn:aws:iam::123456789012:policy/Example0',
    Example1: 'arn:aws:iam::123456789012:policy/Example1',
  });
});

test('a document is as long as it is asked for, and stays one', () => {
  expect(documentOf(10_240)).toHaveLength(10_240);
  expect(JSON.parse(documentOf(200))).toEqual({
    ...(JSON.parse(SAMPLE_DOCUMENT) as object),
    Statement: expect.objectContaining({
      Resource: expect.stringMatching(/^\*+$/) as string,
    }) as object,
  });
});
