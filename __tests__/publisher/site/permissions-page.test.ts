import { pageText } from '../../../publisher/site/layout';
import { permissionsPage } from '../../../publisher/site/permissions-page';
import { contractsOf, generatedFiles, withContract } from '../../fixtures/site-releases';
import { edition, elements, part, texts } from '../../fixtures/site-reader';

const page = (module: string, files = generatedFiles()): string =>
  part(pageText(permissionsPage(edition(files))), module);
const text = page('instance-profile');
/** A permission: terms, and what is said of each. */
function card(id: string): Record<string, string> {
  const [found = ''] = text.split(`id="instance-profile-${id}"`)[1]?.split('</section>') ?? [];
  const [terms, values] = [texts(found, 'dt'), texts(found, 'dd')];
  return Object.fromEntries(terms.map((term, index) => [term, values[index] ?? '']));
}

test('each permission is told once: by default at sight, the others below one fold', () => {
  const { permissions } = contractsOf(generatedFiles())('instance-profile');
  const ids = (byDefault: boolean): string[] =>
    permissions.filter(({ by_default }) => by_default === byDefault).map(({ id }) => id);
  const folded = elements(text, 'details h4').map(({ textContent }) => textContent);
  const all = elements(text, 'h4').map(({ textContent }) => textContent);
  const name = (heading: string): string => heading.split(' ')[0] ?? '';

  expect(folded.map(name)).toEqual(ids(false));
  expect(all.map(name)).toEqual([...ids(true), ...ids(false)]);
});

test('a policy of AWS says in its place what it allows, and since when that is known', () => {
  const { 'It allows': allows, Policy } = card('AmazonSSMManagedInstanceCore');

  expect(Policy).toBe('AWS managed policy AmazonSSMManagedInstanceCore');
  expect(allows).toMatch(/ssm:GetParameter, .* on \*/);
  expect(allows).toMatch(/Version v2 of 2019-05-23, as AWS had it on \d{4}-\d\d-\d\d/);
});

test('a statement: when, to whom, what, on which resources, why', () => {
  expect(card('encrypt_objects')).toMatchObject({
    Granted: 'if s3_buckets is not empty',
    To: 'role/${role_name} (if create_role)role/${existing_role_name} (if create_role is false)',
    Actions: 'kms:Decryptkms:GenerateDataKey',
    Resources:
      '${each.value.kms_key_arn} (for each of s3_buckets, if its kms_key_arn is given and its access is not read)',
    'Only if': expect.stringMatching(/^kms:ViaService String/) as string,
    Why: expect.stringMatching(/ AWS on this$/) as string,
  });
});

test('a trust in an account says which', () => {
  expect(texts(page('automation-execution-role'), 'dd')).toContain(
    'arn:${partition}:iam::${administration_account_id}:root',
  );
});

test.each([
  ['additional_policy_arns', '${each.value}'],
  ['inline_policies', '${each.value}'],
  ['permissions_boundary', 'nothing beyond ${permissions_boundary}'],
])('the policy of %s', (id, words) => {
  expect(card(id).Policy).toBe(words);
});

test('a denial and its conditions are told', () => {
  const files = withContract(generatedFiles(), 'instance-profile', () => ({
    managed_policies: {
      AmazonSSMManagedInstanceCore: {
        as_of: '2026-01-01',
        version: 'v9',
        updated: '2025-12-31',
        statements: [
          {
            Effect: 'Deny',
            Action: ['a:B', 'a:C'],
            Resource: ['x'],
            Condition: { StringEquals: { 'aws:k': ['1', '2'] } },
          },
        ],
      },
    },
  }));

  expect(page('instance-profile', files)).toContain('<dt>It allows</dt>');
  expect(texts(page('instance-profile', files), 'dd')).toContain(
    'not a:B, a:C on x, if aws:k StringEquals 1 or 2Version v9 of 2025-12-31, as AWS had it on 2026-01-01. AWS can change it at any time.',
  );
});

test('a module that grants nothing by default says so', () => {
  expect(texts(page('ssm-iam'), 'p')).toContain('Nothing.');
});
