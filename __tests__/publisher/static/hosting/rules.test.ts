import { rulesOf } from '../../../../publisher/static/hosting/rules';
import type { Headers } from '../../../../publisher/static/hosting/rules';
import { registryOf } from '../../../../publisher/static/registry';

/** cloudfront.test.ts and static-registry.test.ts have the rules answer. */
const rules = rulesOf(registryOf('https://modules.example.com', 'acme'));
const pathsWith = (is: (headers: Headers) => boolean): string[] =>
  rules.filter(({ headers }) => is(headers)).map(({ path }) => path);
const ofVersion = '/v1/modules/acme/ssm-iam/aws/[^/]+/';

test('one header leads Terraform on, and it is the same for all versions', () => {
  expect(pathsWith((headers) => headers['X-Terraform-Get'] === './source')).toEqual([
    `${ofVersion}download`,
  ]);
});

test('only what lies in the folder of a version is kept for ever', () => {
  const forever = pathsWith((headers) => headers['Cache-Control']?.includes('immutable') === true);

  expect(forever.length).toBeGreaterThan(0);
  expect(forever).toEqual(
    rules.map(({ path }) => path).filter((path) => path.startsWith(ofVersion)),
  );
});
