import { day, editionsOf, modulesMenu, recommended } from '../../../publisher/site/edition';
import { generatedFiles, releaseOf, siteOf } from '../../fixtures/site-releases';

const files = generatedFiles();
const editions = (...versions: readonly string[]) =>
  editionsOf(siteOf(...versions.map((version) => releaseOf(version, '2026-01-01', files))));

test('versions are newest first, whatever they were told in', () => {
  expect(editions('1.9.0', '1.10.0', '1.10.0-rc.1').map(({ version }) => version)).toEqual([
    '1.10.0',
    '1.10.0-rc.1',
    '1.9.0',
  ]);
});

test('a version that is tried out is recommended only where there is no other', () => {
  expect(recommended(editions('1.0.0', '2.0.0-rc.1'))?.version).toBe('1.0.0');
  expect(recommended(editions('2.0.0-rc.1'))?.version).toBe('2.0.0-rc.1');
  expect(recommended([])).toBeUndefined();
});

test('a release knows its modules, that above the others first, and their addresses', () => {
  const [edition] = editions('1.0.0');

  expect(edition?.name).toBe('ssm-iam');
  expect(edition?.modules.map(({ folder }) => folder).slice(0, 2)).toEqual([
    '',
    'modules/automation-service-role',
  ]);
  expect(edition?.addresses('modules/x').registry).toBe(
    'modules.example.com/acme/ssm-iam/aws//modules/x',
  );
  expect(edition && modulesMenu(edition, 'ssm-iam').current).toBe(
    'versions/1.0.0/ssm-iam/readme.html',
  );
});

test('days are those of UTC', () => {
  expect(day('2026-03-01T23:59:59Z')).toBe('2026-03-01');
});
