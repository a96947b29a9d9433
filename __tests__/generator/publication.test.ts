import { compatibleVersions, publicationOf, sourcesOf } from '../../generator/publication';

test('a module has an address in a registry, in a git repository and in a folder', () => {
  expect(sourcesOf(publicationOf('1.4.2'), 'instance-profile')).toEqual({
    registry: 'NAMESPACE/ssm-iam/aws//modules/instance-profile',
    git: 'git::https://example.com/terraform-aws-ssm-iam.git//modules/instance-profile?ref=v1.4.2',
    folder: './ssm-iam/modules/instance-profile',
  });
});

test('the module above the others is the root of the repository', () => {
  expect(sourcesOf(publicationOf('1.4.2'), 'ssm-iam', true)).toEqual({
    registry: 'NAMESPACE/ssm-iam/aws',
    git: 'git::https://example.com/terraform-aws-ssm-iam.git?ref=v1.4.2',
    folder: './ssm-iam',
  });
});

test.each([
  // what Terraform reads as >= 0.1.0, < 0.2.0
  ['0.1.0', '~> 0.1.0'],
  ['0.3.7', '~> 0.3.7'],
  // what it reads as >= 1.4, < 2.0
  ['1.4.2', '~> 1.4'],
  ['12.0.0', '~> 12.0'],
])('callers of %s take %s', (version, constraint) => {
  expect(compatibleVersions(publicationOf(version))).toBe(constraint);
});
