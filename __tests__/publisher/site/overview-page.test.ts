import { pageText } from '../../../publisher/site/layout';
import { overviewPage } from '../../../publisher/site/overview-page';
import type { Files } from '../../../files';
import { generatedFiles } from '../../fixtures/site-releases';
import { codes, edition, linksOf, part, texts } from '../../fixtures/site-reader';

const CHANGELOG =
  '# Changelog\n\n## [Unreleased]\n\n## [1.1.0] - 2026-01-01\n\n### Added\n\n- One `thing`.\n\n## 1.0.0\n\n- All.\n';
const page = (files: Files, version: string, before = edition()): string =>
  pageText(overviewPage(edition({ ...generatedFiles(), ...files }, version), before));

test('it tells what changed since the version before, what there is, and where to get it', () => {
  const text = page({ 'README.md': 'Changed.' }, '1.1.0');
  const digest = '5'.repeat(64);

  expect(texts(text, 'h2')).toEqual(['Changes since 1.0.0', 'Modules', 'Download']);
  expect(texts(part(text, 'changes'), 'li')).toEqual(['ssm-iam: README.md differs']);
  expect(linksOf(text, 'module.tar.gz')).toEqual([
    '../../v1/modules/acme/ssm-iam/aws/1.1.0/module.tar.gz',
  ]);
  expect(codes(text)).toEqual([`echo "${digest}  module.tar.gz" | sha256sum --check`]);
});

test('of the changelog it shows what is about the version, and no empty section', () => {
  expect(texts(part(page({ 'CHANGELOG.md': CHANGELOG }, '1.1.0'), 'changelog'), 'h3, li')).toEqual([
    'Added',
    'One thing.',
  ]);
  expect(texts(part(page({ 'CHANGELOG.md': CHANGELOG }, '1.0.0'), 'changelog'), 'li')).toEqual([
    'All.',
  ]);
  expect(page({ 'CHANGELOG.md': '## [1.1.0]\n\n## 1.0.0\n' }, '1.1.0')).not.toContain('Changelog');
});

test('the first version has changed nothing', () => {
  expect(texts(pageText(overviewPage(edition(), undefined)), 'h2')).toEqual([
    'Modules',
    'Download',
  ]);
});
