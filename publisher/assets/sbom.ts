import { Contrib, Enums, Models, Serialize, Spec } from '@cyclonedx/cyclonedx-library';
import { PackageURL } from 'packageurl-js';
import parseSpdx from 'spdx-expression-parse';
import { UsageError } from '../../errors';
import type { Release } from '../release';
import { shippedPackages } from './lock-file';
import type { LockedPackage } from './lock-file';

const licenses = new Contrib.License.Factories.LicenseFactory((text) => {
  parseSpdx(text);
});

/** Algorithms of Subresource Integrity. */
const ALGORITHMS: Readonly<Record<string, Enums.HashAlgorithm>> = {
  sha256: Enums.HashAlgorithm['SHA-256'],
  sha384: Enums.HashAlgorithm['SHA-384'],
  sha512: Enums.HashAlgorithm['SHA-512'],
};

/**
 * What the generator of a release is made of: the packages at run time and its
 * peers, in the versions that the lock file of the release names. CycloneDX 1.6,
 * the same bytes for the same release.
 *
 * @throws UsageError `LockFile` if it is that of another version
 */
export function softwareBill(
  lockFile: string,
  { version, date }: Pick<Release, 'version' | 'date'>,
): string {
  const all = shippedPackages(lockFile);
  const [project, ...others] = all;
  if (project?.version !== version) {
    throw new UsageError(
      'LockFile',
      `package-lock.json of the release must be of version ${version}, got ${String(project?.version)}; delete the tag and run release apply, which sets both`,
    );
  }
  const componentAt = componentsOf(all);
  for (const { path, needs } of all) {
    for (const need of needs) {
      componentAt(path).dependencies.add(componentAt(need).bomRef);
    }
  }
  const bom = new Models.Bom({
    metadata: new Models.Metadata({ timestamp: new Date(date), component: componentAt('') }),
    components: new Models.ComponentRepository(others.map(({ path }) => componentAt(path))),
  });
  const factory = new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6);
  const options = { sortLists: true, space: 2 };
  return `${new Serialize.JsonSerializer(factory).serialize(bom, options)}\n`;
}

/** By the paths of the packages. One that is there twice in one version is one component. */
function componentsOf(packages: readonly LockedPackage[]): (path: string) => Models.Component {
  const byUrl = new Map<string, Models.Component>();
  const byPath = new Map<string, Models.Component>();
  for (const one of packages) {
    const url = urlOf(one);
    const component = byUrl.get(url) ?? newComponent(one, url);
    addHash(component, one);
    byUrl.set(url, component);
    byPath.set(one.path, component);
  }
  return (path) => {
    const component = byPath.get(path);
    if (component === undefined) {
      throw new Error(`unreachable: a package needs ${path}, which was not found with it`);
    }
    return component;
  };
}

function urlOf({ name, version }: LockedPackage): string {
  const [, scope, rest] = /^(?:(@[^/]+)\/)?(.+)$/.exec(name) ?? [];
  return new PackageURL('npm', scope, rest ?? name, version, undefined, undefined).toString();
}

function newComponent(
  { path, name, version, license }: LockedPackage,
  url: string,
): Models.Component {
  const type = path === '' ? Enums.ComponentType.Application : Enums.ComponentType.Library;
  return new Models.Component(type, name, {
    version,
    bomRef: url,
    purl: url,
    licenses: new Models.LicenseRepository(
      license === undefined ? [] : [licenses.makeFromString(license)],
    ),
  });
}

/** What is bundled with another package has no archive of its own. */
function addHash(component: Models.Component, { integrity = '' }: LockedPackage): void {
  for (const one of integrity.split(/\s+/)) {
    const [, name = '', digest = ''] = /^(\w+)-([^?]+)/.exec(one) ?? [];
    const algorithm = ALGORITHMS[name];
    if (algorithm !== undefined) {
      component.hashes.set(algorithm, Buffer.from(digest, 'base64').toString('hex'));
    }
  }
}
