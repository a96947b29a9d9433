import { editionsOf } from '../../../publisher/site/edition';
import { pageText } from '../../../publisher/site/layout';
import { changelogPage, versionPage } from '../../../publisher/site/version-pages';
import { releases, siteOf } from '../../fixtures/site-releases';

const [edition] = editionsOf(siteOf(...releases().filter(({ version }) => version === '1.1.0')));
const text = (before?: string): string => (edition ? pageText(versionPage(edition, before)) : '');

test('a version is told with its day, its step, and what changed', () => {
  expect(text('1.0.0')).toContain('<time datetime="2026-04-01T12:00:00Z">2026-04-01</time>');
  expect(text('1.0.0')).toContain('<dt>Step</dt><dd>minor</dd>');
  expect(text('1.0.0')).toContain(
    '<a href="changelog.html">Changelog</a>, <a href="../../compare/1.0.0...1.1.0.html">Permissions and interface since 1.0.0</a>',
  );
  expect(text('1.0.0')).toContain(`<code class="once">${'5'.repeat(40)}</code>`);
});

test('the first version is compared with none', () => {
  expect(text()).toContain('<dt>Step</dt><dd>first</dd>');
  expect(text()).not.toContain('compare/');
});

test('the archive is there with its digest, and how to check it', () => {
  expect(text('1.0.0')).toContain(
    '<a href="../../v1/modules/acme/ssm-iam/aws/1.1.0/module.tar.gz">module.tar.gz</a>',
  );
  expect(text('1.0.0')).toContain(`<code>${'5'.repeat(64)}</code>`);
  expect(text('1.0.0')).toContain(
    `echo &quot;${'5'.repeat(64)}  module.tar.gz&quot; | sha256sum --check`,
  );
});

test('the changelog is a page, with links that lead somewhere', () => {
  const page =
    edition &&
    changelogPage({
      ...edition,
      files: {
        'CHANGELOG.md':
          '# Changelog\n\n## [1.0.0] - 2026\n\n### Permissions\n\n[a](x.md) [b](https://x.y/)',
      },
    });

  expect(page?.parts).toEqual([['[1.0.0] - 2026', '100---2026']]);
  expect(page && pageText(page)).toContain(
    '<h3 id="permissions">Permissions</h3>\n<p>a <a href="https://x.y/">b</a></p>',
  );
  expect(edition && changelogPage({ ...edition, files: {} })).toBeUndefined();
});

test('without a changelog there is no link to it', () => {
  expect(edition && pageText(versionPage({ ...edition, files: {} }, '1.0.0'))).not.toContain(
    'changelog.html',
  );
});
