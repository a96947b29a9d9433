import { editionsOf } from '../../../publisher/site/edition';
import { modulePage } from '../../../publisher/site/module-pages';
import { path } from '../../../publisher/site/paths';
import { generatedFiles, releaseOf, siteOf } from '../../fixtures/site-releases';

const [edition] = editionsOf(siteOf(releaseOf('1.0.0', '2026-01-01', generatedFiles())));

test('a page about a module knows where it is, and its neighbours', () => {
  const page =
    edition &&
    modulePage(edition, 'instance-profile', {
      path: path.permissions('1.0.0', 'instance-profile'),
      subject: 'permissions',
      parts: [],
      content: '',
    });

  expect(page).toMatchObject({
    heading: 'instance-profile: permissions',
    crumb: 'Permissions',
    title: 'instance-profile: permissions, ssm-iam 1.0.0',
    above: [
      ['ssm-iam', 'index.html'],
      ['1.0.0', 'versions/1.0.0/overview.html'],
      ['instance-profile', 'versions/1.0.0/instance-profile/readme.html'],
    ],
  });
  expect(page?.beside?.map(({ label, entries }) => [label, entries.length])).toEqual([
    ['About instance-profile', 3],
    ['Modules of 1.0.0', 6],
  ]);
});

test('the page that stands for the module is not above itself', () => {
  const page =
    edition &&
    modulePage(edition, 'instance-profile', {
      path: path.readme('1.0.0', 'instance-profile'),
      subject: '',
      parts: [],
      content: '',
    });

  expect(page?.heading).toBe('instance-profile');
  expect(page?.above).toHaveLength(2);
});
