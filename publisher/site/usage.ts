import { prerelease } from 'semver';
import { markup, block } from './markup';
import type { Markup } from './markup';

/** From where a configuration takes a module. */
export interface Addresses {
  /** Address in the registry, with the folder of the module. */
  readonly registry: string;
  /** Versions that bring no breaking change, like `~> 1.2`. */
  readonly constraint: string;
  /** Address of the archive, with the folder of the module and the digest. */
  readonly archive: string;
}

/** What the parts of an address come from. */
export interface Origin {
  readonly url: string;
  readonly source: string;
  readonly version: string;
  /** Path of the archive from the root of the site. */
  readonly archive: string;
  /** `sha256:` and 64 hexadecimal digits. */
  readonly digest: string;
}

/** @param folder like `modules/instance-profile`, or empty */
export function addressesOf(origin: Origin, folder: string): Addresses {
  const inside = folder === '' ? '' : `//${folder}`;
  return {
    registry: `${origin.source}${inside}`,
    constraint: constraintOf(origin.version),
    archive: `${origin.url}/${origin.archive}${inside}?checksum=${origin.digest}`,
  };
}

/** A range takes no pre-release, and before 1.0.0 a minor version may break something. */
function constraintOf(version: string): string {
  const [major = '', minor = ''] = version.split('.');
  if (prerelease(version) !== null) {
    return version;
  }
  return major === '0' ? `~> ${version}` : `~> ${major}.${minor}`;
}

/** The address in a registry that stands in a README for one that only the publisher knows. */
const PLACEHOLDER = /NAMESPACE\/[\w-]+\/[\w-]+/g;

/** A README with the address of the registry. */
export const withRegistry = (text: string, source: string): string =>
  text.replaceAll(PLACEHOLDER, () => source);

const SOURCE =
  /^(?<indent>[ \t]*)source[ \t]*= "(?<address>[^"\n]*)"(?:\n[ \t]*version[ \t]*= "[^"\n]*")?$/gm;

/** Code with an address of its own wherever it takes a module. */
function withSource(
  code: string,
  written: (address: string, indent: string) => string | undefined,
): string {
  return code.replaceAll(
    SOURCE,
    (found: string, indent: string, address: string) => written(address, indent) ?? found,
  );
}

/** Code that takes the module from a folder or from the registry, with the right address and version. */
export const fromRegistry = (code: string, addresses: Addresses): string =>
  withSource(code, (address, indent) => {
    const isThere = takenFrom(address, addresses);
    const source = /^\.{1,2}\//.test(address) ? addresses.registry : address;
    return isThere || source !== address
      ? `${indent}source  = "${source}"\n${indent}version = "${addresses.constraint}"`
      : undefined;
  });

/** Code that takes the module from the registry, without one. */
export const fromArchive = (code: string, addresses: Addresses): string =>
  withSource(code, (address, indent) =>
    takenFrom(address, addresses) ? `${indent}source = "${addresses.archive}"` : undefined,
  );

/** Whether code takes a module from the registry. */
export const takesFromRegistry = (code: string, addresses: Addresses): boolean =>
  [...code.matchAll(SOURCE)].some(({ groups }) => takenFrom(groups?.address ?? '', addresses));

const takenFrom = (address: string, { registry }: Addresses): boolean =>
  address.split('//')[0] === registry.split('//')[0];

/** How a configuration takes a module: from the registry, or by the address of its archive. */
export function usage(code: string, addresses: Addresses): Markup {
  return markup`<p>One click on code selects all of it.</p>
<h3 id="from-this-registry">From this registry</h3>
${block(fromRegistry(code, addresses), 'Code that takes the module from this registry')}
<h3 id="from-the-archive">From the archive</h3>
<p>Without a registry. Terraform refuses an archive of another digest.</p>
${block(fromArchive(code, addresses), 'Code that takes the module from the archive')}
`;
}
