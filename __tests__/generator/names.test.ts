import { camelCase, snakeCase } from '../../generator/names';

test.each([
  ['path', 'path'],
  ['roleName', 'role_name'],
  ['s3PolicyName', 's3_policy_name'],
  ['kmsKeyArn', 'kms_key_arn'],
  ['additionalPolicyArns', 'additional_policy_arns'],
])('%s is %s in Terraform', (name, expected) => {
  expect(snakeCase(name)).toBe(expected);
});

test.each([
  ['path', 'path'],
  ['instance-profile', 'instanceProfile'],
  ['s3-access-policy', 's3AccessPolicy'],
  ['tier-2-role', 'tier2Role'],
])('the module %s is %s in TypeScript', (name, expected) => {
  expect(camelCase(name)).toBe(expected);
});
