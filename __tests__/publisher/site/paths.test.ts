import { path, wayTo } from '../../../publisher/site/paths';

test.each([
  ['index.html', 'style.css', 'style.css'],
  ['versions/1.0.0/a/readme.html', 'style.css', '../../../style.css'],
  ['versions/1.0.0/a/readme.html', 'versions/1.0.0/b/readme.html#x', '../b/readme.html#x'],
  ['versions/1.0.0/a/readme.html', 'versions/1.0.0/a/readme.html', 'readme.html'],
  ['compare/all.html', 'versions/1.0.0/overview.html', '../versions/1.0.0/overview.html'],
  ['a/a/x.html', 'a/b/a/x.html', '../b/a/x.html'],
])('from %s to %s', (from, to, way) => {
  expect(wayTo(from, to)).toBe(way);
  expect(new URL(way, `https://example.com/base/${from}`).href).toBe(
    `https://example.com/base/${to}`,
  );
});

test('no page lies where another has its folder', () => {
  const pages = [
    path.index,
    path.comparisons,
    path.version('1.0.0'),
    path.changelog('1.0.0'),
    path.readme('1.0.0', 'changelog'),
    path.contract('1.0.0', 'overview'),
    path.permissions('1.0.0', 'x'),
    path.comparison('1.0.0', '1.1.0'),
  ];

  expect(new Set(pages).size).toBe(pages.length);
  expect(pages.filter((page) => pages.some((other) => other.startsWith(`${page}/`)))).toEqual([]);
});
