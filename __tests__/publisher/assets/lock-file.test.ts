import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shippedPackages } from '../../../publisher/assets/lock-file';
import { PROJECT } from '../../fixtures/source-files';

const lockOf = (packages: object, lockfileVersion = 3): string =>
  JSON.stringify({ lockfileVersion, packages });

const pathsOf = (packages: object): string[] =>
  shippedPackages(lockOf(packages)).map(({ path }) => path);

const root = { name: 'p', version: '1.0.0' };
const version = '1.0.0';

describe('the packages of a lock file', () => {
  test('are those at run time, theirs, and the peers', () => {
    const packages = {
      '': {
        ...root,
        dependencies: { a: '1' },
        devDependencies: { d: '1' },
        peerDependencies: { p: '1' },
      },
      'node_modules/a': { version, dependencies: { b: '1' } },
      'node_modules/b': { version },
      'node_modules/d': { version, dev: true, dependencies: { e: '1' } },
      'node_modules/e': { version, dev: true },
      'node_modules/p': { version, dev: true, dependencies: { q: '1' } },
      'node_modules/q': { version, dev: true },
    };

    expect(pathsOf(packages)).toEqual([
      '',
      'node_modules/a',
      'node_modules/b',
      'node_modules/p',
      'node_modules/q',
    ]);
  });

  test('are found as Node.js finds them: the nearest', () => {
    const packages = {
      '': { ...root, dependencies: { '@s/a': '1', b: '1' } },
      'node_modules/@s/a': { version, dependencies: { b: '2', c: '1' } },
      'node_modules/@s/a/node_modules/b': { version: '2.0.0', dependencies: { c: '1' } },
      'node_modules/b': { version, dependencies: { c: '1' } },
      'node_modules/c': { version, dependencies: { b: '1' } },
    };
    const found = shippedPackages(lockOf(packages));
    const needs = Object.fromEntries(found.map((one) => [one.path, one.needs]));

    expect(needs).toEqual({
      '': ['node_modules/@s/a', 'node_modules/b'],
      'node_modules/@s/a': ['node_modules/@s/a/node_modules/b', 'node_modules/c'],
      'node_modules/@s/a/node_modules/b': ['node_modules/c'],
      'node_modules/b': ['node_modules/c'],
      'node_modules/c': ['node_modules/b'],
    });
    expect(found[2]).toMatchObject({ name: 'b', version: '2.0.0' });
  });

  test('lack what is optional and not there, and peers that may be left out', () => {
    const packages = {
      '': { ...root, dependencies: { a: '1' } },
      'node_modules/a': {
        version,
        optionalDependencies: { there: '1', 'not-there': '1' },
        peerDependencies: { ajv: '1' },
        peerDependenciesMeta: { ajv: { optional: true } },
      },
      'node_modules/ajv': { version, dev: true },
      'node_modules/there': { version, optional: true },
    };

    expect(pathsOf(packages)).toEqual(['', 'node_modules/a', 'node_modules/there']);
  });

  test('have the name that they have been renamed from', () => {
    const packages = {
      '': { ...root, dependencies: { alias: 'npm:real@1' } },
      'node_modules/alias': { name: 'real', version },
    };

    expect(shippedPackages(lockOf(packages))[1]).toMatchObject({ name: 'real' });
  });

  test.each([
    [lockOf({}, 2), 'be of version 3, got version 2; write it with npm 7 or newer'],
    [JSON.stringify({ lockfileVersion: 3 }), 'be of version 3'],
    [lockOf({ '': { ...root, dependencies: { a: '1' } } }), 'every package, got none of "a"; run'],
    [
      lockOf({ '': { ...root, dependencies: { a: '1' } }, 'node_modules/a': {} }),
      'a version of every package, got none of "a"',
    ],
  ])('cannot be told from %s', (text, message) => {
    expect(() => shippedPackages(text)).toThrow(message);
    expect(() => shippedPackages(text)).toThrow('[LockFile]');
  });
});

test('of this project are those that npm does not mark as for development, and the peers', () => {
  interface Marked {
    readonly dev?: true;
    readonly devOptional?: true;
  }
  const text = readFileSync(join(PROJECT, 'package-lock.json'), 'utf8');
  const { packages } = JSON.parse(text) as { packages: Record<string, Marked> };
  const paths = shippedPackages(text).map(({ path }) => path);
  const byNpm = Object.keys(packages).filter(
    (path) => packages[path]?.dev !== true && packages[path]?.devOptional !== true,
  );
  const atRunTime = pathsOf({ ...packages, '': { ...packages[''], peerDependencies: {} } });

  expect(atRunTime).toEqual(byNpm.sort());
  expect(paths).toEqual(expect.arrayContaining(byNpm));
  expect(paths).toEqual(expect.arrayContaining(['node_modules/cdktf', 'node_modules/constructs']));
  expect(paths).not.toContain('node_modules/jest');
});
