import { RULES, TERRAFORM_GET } from '../../../../publisher/static/hosting/rules';

test('one header leads Terraform on, and it is the same for all versions', () => {
  const leading = RULES.filter(({ headers }) => 'X-Terraform-Get' in headers);

  expect(TERRAFORM_GET).toEqual({ 'X-Terraform-Get': './source' });
  expect(leading.map(({ where, names }) => ({ where, names }))).toEqual([
    { where: 'version', names: ['download'] },
  ]);
});

test('only what lies in the folder of a version is kept for ever', () => {
  const forever = RULES.filter(({ headers }) => headers['Cache-Control']?.includes('immutable'));

  expect(forever.length).toBeGreaterThan(0);
  expect(forever).toEqual(RULES.filter(({ where }) => where === 'version'));
});
