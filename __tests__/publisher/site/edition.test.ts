import { MODULE_NAMES } from '../../fixtures/module-names';
import { addressesOf, editionsOf, newestOf } from '../../../publisher/site/edition';
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

test('a pre-release is the newest only where there is no other', () => {
  expect(newestOf(editions('1.0.0', '2.0.0-rc.1'))?.version).toBe('1.0.0');
  expect(newestOf(editions('2.0.0-rc.1'))?.version).toBe('2.0.0-rc.1');
  expect(newestOf([])).toBeUndefined();
});

test('a release knows its modules, that above the others first, and their addresses', () => {
  const [edition] = editions('1.0.0');

  expect(edition?.name).toBe('ssm-iam');
  expect(edition?.modules().map(({ folder }) => folder)).toEqual([
    '',
    ...MODULE_NAMES.map((name) => `modules/${name}`),
  ]);
  expect(edition?.addresses('modules/x').registry).toBe(
    'modules.example.com/acme/ssm-iam/aws//modules/x',
  );
  expect(edition?.addresses('').registry).toBe('modules.example.com/acme/ssm-iam/aws');
});

test.each([
  ['1.2.3', '~> 1.2'],
  ['0.2.3', '~> 0.2.3'],
  ['1.0.0-rc.1', '1.0.0-rc.1'],
])('%s is asked for as %s', (version, constraint) => {
  expect(addressesOf('example.com/acme/ssm-iam/aws', version, '').constraint).toBe(constraint);
});
