import { compatibleVersions, publicationOf } from '../../generator/publication';

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
