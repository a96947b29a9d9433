import { path, wayTo } from '../../../publisher/site/paths';

test.each([
  ['index.html', 'icon.svg', 'icon.svg'],
  ['versions/1.0.0/readme.html', 'icon.svg', '../../icon.svg'],
  ['versions/1.0.0/readme.html', 'versions/1.1.0/upgrade.html#x', '../1.1.0/upgrade.html#x'],
  ['versions/1.0.0/readme.html', 'versions/1.0.0/readme.html', 'readme.html'],
  ['a/a/x.html', 'a/b/a/x.html', '../b/a/x.html'],
])('from %s to %s', (from, to, way) => {
  expect(wayTo(from, to)).toBe(way);
  expect(new URL(way, `https://example.com/base/${from}`).href).toBe(
    `https://example.com/base/${to}`,
  );
});

test('the stylesheet has a name of its own, so that old pages keep theirs', () => {
  expect(path.style).toMatch(/^style-[0-9a-f]{8}\.css$/);
});
