import { editionsOf } from '../../../publisher/site/edition';
import { indexPage, step } from '../../../publisher/site/index-page';
import { pageText } from '../../../publisher/site/layout';
import { SOURCE, generatedFiles, releaseOf, releases, siteOf } from '../../fixtures/site-releases';
import type { SiteRelease } from '../../../publisher/site/site';

const page = (...all: readonly SiteRelease[]): string =>
  pageText(indexPage('ssm-iam', SOURCE, editionsOf(siteOf(...all))));
const text = page(...releases());

test('it shows how to take the newest version', () => {
  expect(text).toContain('The newest version is <a href="versions/2.0.0/overview.html">2.0.0</a>');
  expect(text).toContain(
    'source  = &quot;modules.example.com/acme/ssm-iam/aws&quot;\n  version = &quot;~&gt; 2.0&quot;',
  );
});

test('it lists the modules, and who may assume the role of each', () => {
  const cells = [
    ...text.matchAll(
      /<th role="rowheader" scope="row"><a [^>]*>([a-z0-9-]+)<\/a>.*data-label="Who may assume its role">(.*?)<a /g,
    ),
  ];

  expect(
    cells.map(([, name = '', who = '']) => [name, who.replaceAll(/<.*?>/g, '').trim()]),
  ).toEqual([
    ['ssm-iam', 'If asked: ssm.amazonaws.com, ec2.amazonaws.com or ec2.amazonaws.com.cn.'],
    ['automation-service-role', 'By default: ssm.amazonaws.com. If asked: trusted_services.'],
    ['automation-user-access', 'Nobody: it makes no role.'],
    ['hybrid-service-role', 'By default: ssm.amazonaws.com. If asked: trusted_services.'],
    [
      'instance-profile',
      'By default: ec2.amazonaws.com or ec2.amazonaws.com.cn. If asked: trusted_services.',
    ],
    ['s3-access-policy', 'Nobody: it makes no role.'],
  ]);
});

test('it lists the versions with day, step and what changed', () => {
  const rows = [
    ...text.matchAll(
      /<time datetime="[^"]*">([^<]*)<\/time><\/td><td [^>]*>([^<]*)<\/td><td [^>]*>(.*?)<\/td>/g,
    ),
  ];

  expect(rows.map(([, day, stepTaken]) => [day, stepTaken])).toEqual([
    ['2026-06-01', 'major'],
    ['2026-05-01', 'patch'],
    ['2026-04-01', 'minor'],
    ['2026-03-01', 'first'],
  ]);
  expect(rows[0]?.[3]).toBe('<a href="compare/1.1.1...2.0.0.html">Changes since 1.1.1</a>');
  expect(rows[3]?.[3]).toBe('The first.');
  expect(text).toContain('<a href="compare/all.html">Compare any two versions</a>');
});

test.each([
  ['1.0.0', '1.0.1', 'patch'],
  ['1.0.1', '1.1.0', 'minor'],
  ['1.9.0', '2.0.0', 'major'],
  ['1.0.0', '2.0.0-rc.1', 'premajor'],
])('from %s to %s it is a %s', (before, version, expected) => {
  expect(step(before, version)).toBe(expected);
});

test('a version that is tried out is listed, but not recommended', () => {
  const files = generatedFiles();
  const found = page(
    releaseOf('2.0.0-rc.1', '2026-02-01', files),
    releaseOf('1.0.0', '2026-01-01', files),
  );

  expect(found).toContain('The newest version is <a href="versions/1.0.0/overview.html">');
  expect(found).toContain('versions/2.0.0-rc.1/overview.html');
  expect(found).not.toContain('Compare any two');
});

test('a site without a release is a page, too', () => {
  expect(page()).toContain('<h2 id="versions">');
  expect(page()).not.toContain('newest version is');
});
