import { prerelease, rcompare } from 'semver';
import { modulesIn } from '../module-interface';
import type { LocatedModule } from '../module-interface';
import type { Files } from '../../files';
import type { Menu } from './layout';
import { path } from './paths';
import { addressesOf } from './usage';
import type { Addresses } from './usage';

/** A release, as the site is told of it. */
export interface SiteRelease {
  readonly version: string;
  readonly commit: string;
  /** When it was committed, as in RFC 3339. */
  readonly date: string;
  /** Of its archive: `sha256:` and 64 hexadecimal digits. */
  readonly digest: string;
  /** Path of its archive from the root of the site. */
  readonly archive: string;
  readonly files: Files;
}

/** What the site is about. */
export interface Site {
  /** Its address, without a slash at the end. */
  readonly url: string;
  /** Address in the registry, like `modules.example.com/acme/ssm-iam/aws`. */
  readonly source: string;
  readonly releases: readonly SiteRelease[];
}

/** A release read for the pages about it. */
export interface Edition extends SiteRelease {
  /** What the modules are called together. */
  readonly name: string;
  readonly source: string;
  readonly modules: readonly LocatedModule[];
  /** From where a configuration takes the module of a folder. */
  readonly addresses: (folder: string) => Addresses;
}

/** The releases of a site, newest version first. */
export const editionsOf = ({ url, source, releases }: Site): Edition[] =>
  [...releases]
    .sort((a, b) => rcompare(a.version, b.version))
    .map((release) => ({
      ...release,
      name: source.split('/').at(-2) ?? source,
      source,
      modules: modulesIn(release.files, release.version),
      addresses: (folder) => addressesOf({ url, source, ...release }, folder),
    }));

/** The newest version that is not tried out; where there is none, the newest of all. */
export const recommended = (editions: readonly Edition[]): Edition | undefined =>
  editions.find(({ version }) => prerelease(version) === null) ?? editions[0];

/** What stands above each page of a version. */
export const aboveVersion = ({ name }: Edition): (readonly [string, string])[] => [
  [name, path.index],
];

/** The modules of a version. */
export const modulesMenu = ({ version, modules }: Edition, current?: string): Menu => ({
  label: `Modules of ${version}`,
  kind: 'modules',
  entries: modules.map(({ contract }) => [contract.name, path.readme(version, contract.name)]),
  ...(current !== undefined && { current: path.readme(version, current) }),
});

/** A day, as all countries write it. */
export const day = (date: string): string => date.slice(0, 10);
