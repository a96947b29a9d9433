import { editionsOf } from '../../../publisher/site/edition';
import { pageText } from '../../../publisher/site/layout';
import { permissionsPage } from '../../../publisher/site/permissions-page';
import { contractsOf, generatedFiles, releaseOf, siteOf } from '../../fixtures/site-releases';

const files = generatedFiles();
const contract = contractsOf(files);

function page(module: string): string {
  const [edition] = editionsOf(siteOf(releaseOf('1.0.0', '2026-01-01', files)));
  const located = edition?.modules.find((one) => one.contract.name === module);
  return edition && located ? pageText(permissionsPage(edition, located)) : '';
}

/** Ids of the permissions of a section. */
const idsBelow = (text: string, anchor: string): string[] => {
  const [section = ''] = (text.split(`<h2 id="${anchor}">`)[1] ?? '').split('<h2 ');
  return [...section.matchAll(/id="permission_([^"]*)"/g)].map(([, id = '']) => id);
};

test.each([
  'ssm-iam',
  'automation-service-role',
  'automation-user-access',
  'hybrid-service-role',
  'instance-profile',
  's3-access-policy',
])('%s tells each permission once, where it belongs', (module) => {
  const { permissions } = contract(module);
  const text = page(module);
  const ids = (isIt: (one: (typeof permissions)[number]) => boolean): string[] =>
    permissions.filter(isIt).map(({ id }) => id);

  expect(idsBelow(text, 'trust')).toEqual(ids(({ kind }) => kind === 'trust'));
  expect(idsBelow(text, 'by-default')).toEqual(
    ids(({ kind, by_default }) => kind !== 'trust' && by_default),
  );
  expect(idsBelow(text, 'if-asked')).toEqual(
    ids(({ kind, by_default }) => kind !== 'trust' && !by_default),
  );
  for (const { reason, see, actions = [] } of permissions) {
    expect(text).toContain(`<a href="${see}">AWS on this</a>`);
    expect(text).toContain(reason.split(/[`'"&]/)[0]);
    for (const action of actions) {
      expect(text).toContain(`<code>${action.text}</code>`);
    }
  }
});

test('policies of AWS are told with their statements and the day', () => {
  const text = page('instance-profile');

  expect(text).toContain('<details id="policy-AmazonEC2RoleforSSM"><summary>');
  expect(text).toContain('as of 2026-08-22');
  expect(text).toContain('<code>s3:ListBucketMultipartUploads</code>');
  expect(text).toContain(
    'href="https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonEC2RoleforSSM.html"',
  );
  expect(text).toContain('<a href="#policy-AmazonSSMManagedInstanceCore">what it says</a>');
});

test('what is granted by default is said in words, and so is what grants nothing', () => {
  const text = page('instance-profile');
  const badge = (id: string): string | undefined =>
    new RegExp(`<code>${id}</code></a> <span class="[^"]*">([^<]*)`).exec(text)?.[1];

  expect(badge('trust')).toBe('by default');
  expect(badge('cloudwatch_agent')).toBeUndefined();
  expect(badge('AmazonEC2RoleforSSM')).toBe('only if asked');
  expect(badge('permissions_boundary')).toBe('limits');
});

test('a module without a role says so', () => {
  const text = page('s3-access-policy');

  expect(text).toContain('<p>No role is made, so nobody.</p>');
  expect(text).toContain('<p>Nothing: all that follows has to be asked for.</p>');
  expect(text).not.toContain('AWS managed policies');
});
