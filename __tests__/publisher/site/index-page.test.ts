import { editionsOf } from '../../../publisher/site/edition';
import { indexPage } from '../../../publisher/site/index-page';
import { pageText } from '../../../publisher/site/layout';
import { SOURCE, generatedFiles, releaseOf, releases, siteOf } from '../../fixtures/site-releases';
import { codes, linksOf, part, texts } from '../../fixtures/site-reader';
import type { SiteRelease } from '../../../publisher/site/site';

const page = (...all: readonly SiteRelease[]): string =>
  pageText(indexPage(SOURCE, editionsOf(siteOf(...all))));
const index = page(...releases());

test('it shows the newest version, how to take it, and one click away what it grants', () => {
  expect(linksOf(index, '2.0.0')).toContain('versions/2.0.0/overview.html');
  expect(linksOf(index, 'What it grants, in full')).toEqual(['versions/2.0.0/permissions.html']);
  expect(codes(index)).toEqual([
    expect.stringContaining(`source  = "${SOURCE}"\n  version = "~> 2.0"`),
  ]);
});

test('it lists the versions with day, step and what changed, each with the one before and the newest', () => {
  const versions = part(index, 'versions');

  expect(texts(versions, 'tbody tr')).toEqual([
    '2.0.02026-06-01majorChanges in 2.0.0',
    '1.1.12026-05-01patchChanges in 1.1.1 · From 1.1.1 to 2.0.0',
    '1.1.02026-04-01minorChanges in 1.1.0 · From 1.1.0 to 2.0.0',
    '1.0.02026-03-01firstFrom 1.0.0 to 2.0.0',
  ]);
  expect(linksOf(versions, 'Changes in 1.1.0')).toEqual(['versions/1.1.0/overview.html#changes']);
  expect(linksOf(versions, 'From 1.1.0 to 2.0.0')).toEqual(['versions/1.1.0/upgrade.html']);
});

test('a pre-release is listed, but is not the newest', () => {
  const files = generatedFiles();
  const found = page(
    releaseOf('2.0.0-rc.1', '2026-02-01', files),
    releaseOf('1.0.0', '2026-01-01', files),
  );

  expect(texts(found, 'main p')).toContain('The newest version is 1.0.0, of 2026-01-01.');
  expect(texts(part(found, 'versions'), 'tbody tr')).toEqual([
    '2.0.0-rc.12026-02-01premajorChanges in 2.0.0-rc.1',
    '1.0.02026-01-01first',
  ]);
});

test('a site without a release is a page, too', () => {
  expect(texts(page(), 'h2')).toEqual(['Versions']);
});
