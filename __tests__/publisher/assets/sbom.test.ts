import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import { softwareBill } from '../../../publisher/assets/sbom';
import { PROJECT } from '../../fixtures/source-files';

interface Component {
  readonly name: string;
  readonly purl: string;
  readonly hashes?: readonly object[];
  readonly licenses?: readonly object[];
}

interface Bill {
  readonly metadata: { readonly timestamp: string };
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: string[] }[];
}

const release = { version: '1.2.3', date: '2026-03-01T12:00:00Z' };
const version = '1.0.0';
/** The digest of no bytes, as FIPS 180 has it. */
const integrity =
  'sha512-z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg/SpIdNs6c5H0NE8XYXysP+DGNKHfuwvY7kxvUdBeoGlODJ6+SfaPg==';
const inHexadecimal =
  'cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e';

function lockOf(packages: object, own = '1.2.3'): string {
  const names = Object.keys(packages)
    .filter((path) => path.lastIndexOf('node_modules/') === 0)
    .map((path) => [path.replace('node_modules/', ''), '1']);
  const root = { name: 'ssm-iam', version: own, dependencies: Object.fromEntries(names) as object };
  return JSON.stringify({ lockfileVersion: 3, packages: { '': root, ...packages } });
}

const billOf = (packages: object): Bill =>
  JSON.parse(softwareBill(lockOf(packages), release)) as Bill;

const problems = async (text: string): Promise<unknown> =>
  new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(text);

test('a package has its purl, digest and licence', () => {
  const { components } = billOf({
    'node_modules/@s/a': { version, license: 'MIT', integrity },
    'node_modules/b': { version, license: '(MIT OR Apache-2.0)' },
    'node_modules/c': { version, license: 'SEE LICENSE IN LICENCE.md' },
    'node_modules/d': { version },
  });

  expect(components).toMatchObject([
    {
      name: '@s/a',
      purl: 'pkg:npm/%40s/a@1.0.0',
      hashes: [{ alg: 'SHA-512', content: inHexadecimal }],
      licenses: [{ license: { id: 'MIT' } }],
    },
    { licenses: [{ expression: '(MIT OR Apache-2.0)' }] },
    { licenses: [{ license: { name: 'SEE LICENSE IN LICENCE.md' } }] },
    { name: 'd' },
  ]);
  expect(components[3]).not.toHaveProperty('licenses');
  expect(components[3]).not.toHaveProperty('hashes');
});

test('one that is there twice in one version is one component, with the needs of both', () => {
  const { components, dependencies } = billOf({
    'node_modules/a': { version, dependencies: { b: '1', c: '2' } },
    'node_modules/a/node_modules/b': { version, dependencies: { c: '2' } },
    'node_modules/a/node_modules/c': { version: '2.0.0' },
    'node_modules/b': { version, integrity, dependencies: { c: '1' } },
    'node_modules/c': { version },
  });

  expect(components.map(({ purl }) => purl)).toEqual([
    'pkg:npm/a@1.0.0',
    'pkg:npm/b@1.0.0',
    'pkg:npm/c@1.0.0',
    'pkg:npm/c@2.0.0',
  ]);
  expect(components[1]?.hashes).toHaveLength(1);
  expect(dependencies).toEqual([
    { ref: 'pkg:npm/a@1.0.0', dependsOn: ['pkg:npm/b@1.0.0', 'pkg:npm/c@2.0.0'] },
    { ref: 'pkg:npm/b@1.0.0', dependsOn: ['pkg:npm/c@1.0.0', 'pkg:npm/c@2.0.0'] },
    { ref: 'pkg:npm/c@1.0.0' },
    { ref: 'pkg:npm/c@2.0.0' },
    {
      ref: 'pkg:npm/ssm-iam@1.2.3',
      dependsOn: ['pkg:npm/a@1.0.0', 'pkg:npm/b@1.0.0', 'pkg:npm/c@1.0.0'],
    },
  ]);
});

test('the lock file of another version is refused', () => {
  expect(() => softwareBill(lockOf({}, '1.2.2'), release)).toThrow(
    'package-lock.json of the release must be of version 1.2.3, got 1.2.2; delete the tag and run release apply, which sets both [LockFile]',
  );
});

describe('of this project', () => {
  const lock = readFileSync(join(PROJECT, 'package-lock.json'), 'utf8');
  const { version: own } = JSON.parse(lock) as { version: string };
  const text = softwareBill(lock, { ...release, version: own });

  test('it has the shape of CycloneDX 1.6', async () => {
    expect(await problems(text)).toBeNull();
    expect(await problems(text.replace('"type": "library"', '"type": "Library"'))).not.toBeNull();
  });

  test('it tells every direct dependency and every peer', () => {
    const { dependencies, peerDependencies } = JSON.parse(
      readFileSync(join(PROJECT, 'package.json'), 'utf8'),
    ) as Record<string, object>;
    const names = (JSON.parse(text) as Bill).components.map(({ name }) => name);

    expect(names).toEqual(
      expect.arrayContaining(Object.keys({ ...dependencies, ...peerDependencies })),
    );
  });

  test('every component has a licence', () => {
    const { components } = JSON.parse(text) as Bill;

    expect(components.filter(({ licenses }) => licenses === undefined)).toEqual([]);
  });

  test('it is the same at any time, with the time of the release', () => {
    const { metadata } = JSON.parse(text) as Bill;

    expect(metadata.timestamp).toBe('2026-03-01T12:00:00.000Z');
    expect(text).not.toContain('serialNumber');
    expect(softwareBill(lock, { ...release, version: own })).toBe(text);
  });
});
