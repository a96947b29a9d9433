import { CONTENT_STYLE } from '../../../publisher/site/content-style';
import { PAGE_STYLE } from '../../../publisher/site/page-style';
import { siteFiles } from '../../../publisher/site/site';
import { classesIn, releases, siteOf } from '../../fixtures/site-releases';

const used = new Set(Object.values(siteFiles(siteOf(...releases()))).flatMap(classesIn));
const styledBy = (style: string): string[] =>
  [...style.matchAll(/\.([a-z][\w-]*)(?=[^{}]*\{)/g)].map(([, name = '']) => name);

test('each class that is styled is on a page', () => {
  expect([...new Set(styledBy(CONTENT_STYLE))].filter((name) => !used.has(name))).toEqual([]);
});

test('each class on a page is styled', () => {
  const styled = new Set(styledBy(PAGE_STYLE + CONTENT_STYLE));
  // a change that is neither major nor minor
  const plain = ['patch'];

  expect([...used].filter((name) => !styled.has(name)).sort()).toEqual(plain.sort());
});
