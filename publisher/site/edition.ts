import { prerelease, rcompare } from 'semver';
import { modulesIn } from '../module-interface';
import type { LocatedModule } from '../module-interface';
import type { Files } from '../../files';

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

/** From where a configuration takes a module. */
export interface Addresses {
  /** Address in the registry, with the folder of the module. */
  readonly registry: string;
  /** Versions that bring no breaking change, like `~> 1.2`. */
  readonly constraint: string;
}

/** A release read for the pages about it. */
export interface Edition extends SiteRelease {
  /** What the modules are called together. */
  readonly name: string;
  readonly source: string;
  /** Read when first asked for: of most old versions no page is made. */
  readonly modules: () => readonly LocatedModule[];
  /** From where a configuration takes the module of a folder. */
  readonly addresses: (folder: string) => Addresses;
}

/** The releases of a site, newest version first. */
export const editionsOf = ({ source, releases }: Site): Edition[] =>
  [...releases]
    .sort((a, b) => rcompare(a.version, b.version))
    .map((release) => {
      let modules: readonly LocatedModule[] | undefined;
      return {
        ...release,
        name: nameOf(source),
        source,
        modules: () => (modules ??= modulesIn(release.files, release.version)),
        addresses: (folder) => addressesOf(source, release.version, folder),
      };
    });

/** What the modules are called together, from their address in the registry. */
export const nameOf = (source: string): string => source.split('/').at(-2) ?? source;

/** The newest version that is no pre-release; where there is none, the newest of all. */
export const newestOf = (editions: readonly Edition[]): Edition | undefined =>
  editions.find(({ version }) => prerelease(version) === null) ?? editions[0];

/** @param folder like `modules/instance-profile`, or empty */
export const addressesOf = (source: string, version: string, folder: string): Addresses => ({
  registry: folder === '' ? source : `${source}//${folder}`,
  constraint: constraintOf(version),
});

/** A range takes no pre-release, and before 1.0.0 a minor version may break something. */
function constraintOf(version: string): string {
  const [major = '', minor = ''] = version.split('.');
  if (prerelease(version) !== null) {
    return version;
  }
  return major === '0' ? `~> ${version}` : `~> ${major}.${minor}`;
}
