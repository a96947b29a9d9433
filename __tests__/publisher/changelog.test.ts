import { changelogSection } from '../../publisher/changelog';

const CHANGELOG =
  '# All\n\n## [1.1.0-rc.1] - 2026-01-01\n\n- One.\n\n## 1.1.0\n\n- Two.\n\n## 1.0.0\n';

test.each([
  ['1.1.0-rc.1', '- One.'],
  ['1.1.0', '- Two.'],
  ['1.0.0', ''],
  ['1.2.0', ''],
])('of %s it says "%s"', (version, section) => {
  expect(changelogSection(CHANGELOG, version)).toBe(section);
});
