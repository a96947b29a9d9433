import { snakeCase } from '../../generator/names';

test.each([
  ['path', 'path'],
  ['roleName', 'role_name'],
  ['s3PolicyName', 's3_policy_name'],
  ['kmsKeyArn', 'kms_key_arn'],
  ['additionalPolicyArns', 'additional_policy_arns'],
])('%s is %s in Terraform', (camelCase, expected) => {
  expect(snakeCase(camelCase)).toBe(expected);
});
