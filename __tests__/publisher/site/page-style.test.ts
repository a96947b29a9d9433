import { PAGE_STYLE } from '../../../publisher/site/page-style';
import { siteFiles } from '../../../publisher/site/site';
import { classesIn, generatedFiles, releaseOf, siteOf } from '../../fixtures/site-releases';

test('each class that is styled is on a page', () => {
  const site = siteOf(
    ...['1.0.0', '1.1.0', '1.2.0'].map((version) =>
      releaseOf(version, '2026-01-01', generatedFiles()),
    ),
  );
  const used = new Set(Object.values(siteFiles(site)).flatMap(classesIn));
  const styled = [...PAGE_STYLE.matchAll(/\.([a-z][\w-]*)(?=[^{}]*\{)/g)].map(
    ([, name = '']) => name,
  );

  expect(styled.length).toBeGreaterThan(5);
  expect([...new Set(styled)].filter((name) => !used.has(name))).toEqual([]);
});
