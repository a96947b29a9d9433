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
});

const ORIGIN = {
  url: 'https://example.com/base',
  source: 'example.com/acme/ssm-iam/aws',
  version: '1.2.3',
  archive: 'v1/x/module.tar.gz',
  digest: 'sha256:abc',
};

test.each([
  ['1.2.3', '~> 1.2'],
  ['0.2.3', '~> 0.2.3'],
  ['1.0.0-rc.1', '1.0.0-rc.1'],
])('%s is asked for as %s', (version, constraint) => {
  expect(addressesOf({ ...ORIGIN, version }, '').constraint).toBe(constraint);
});

test('the folder of a module stands where go-getter looks for it', () => {
  expect(addressesOf(ORIGIN, 'modules/one')).toEqual({
    registry: 'example.com/acme/ssm-iam/aws//modules/one',
    constraint: '~> 1.2',
    archive: 'https://example.com/base/v1/x/module.tar.gz//modules/one?checksum=sha256:abc',
  });
  expect(addressesOf(ORIGIN, '').registry).toBe(ORIGIN.source);
});
