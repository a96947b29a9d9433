import { UsageError } from '../../errors';
import { serverAddress, withoutPassword } from '../addresses';
import { MODULE as PUBLISHED } from '../names';

/** What Terraform takes before a module's name. */
const NAMESPACE = /^[0-9A-Za-z](?:[0-9A-Za-z_-]{0,62}[0-9A-Za-z])?$/;

/** Letters that mean themselves in an address and in the rules of every host. */
const PATH = /^(?:\/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*$/;

/** A registry of one module that is nothing but files. */
export interface Registry {
  /** Address of the folder, without a slash at its end. */
  readonly url: string;
  /** With its port, if that is not the usual one. */
  readonly host: string;
  /** Path of the folder on its host: empty, or `/base`. */
  readonly base: string;
  readonly namespace: string;
  /** What a caller writes as `source`. */
  readonly source: string;
  /** Path of the module's files below the folder. */
  readonly module: string;
}

/** The files of a version, by their names in its folder. */
export const FILE = {
  archive: 'module.tar.gz',
  download: 'download',
  source: 'source',
  sums: 'SHA256SUMS',
  release: 'release.json',
} as const;

/** Paths below the folder. */
export const MARKER = 'registry.json';
export const DISCOVERY = '.well-known/terraform.json';
export const versionsPath = ({ module }: Registry): string => `${module}/versions`;
export const pathOf = (
  { module }: Registry,
  version: string,
  file: (typeof FILE)[keyof typeof FILE],
): string => `${module}/${version}/${file}`;

/**
 * The registry at an address.
 *
 * @throws UsageError `Address`, `PlainHttp` or `Namespace`
 */
export function registryOf(address: string, namespace: string): Registry {
  const { origin, host, hostname, pathname, search, hash } = serverAddress('--url', address);
  const base = pathname.replace(/\/$/, '');
  if (!hostname.includes('.') || search !== '' || hash !== '' || !PATH.test(base)) {
    throw new UsageError(
      'Address',
      `--url must be a host with a dot in its name and at most a path of letters, digits and ._~-, got "${withoutPassword(address)}"; Terraform takes no other`,
    );
  }
  if (!NAMESPACE.test(namespace)) {
    throw new UsageError(
      'Namespace',
      `--namespace must be 1 to 64 letters, digits and _-, with neither at an end, got "${namespace}"; Terraform takes no other`,
    );
  }
  return {
    url: `${origin}${base}`,
    host,
    base,
    namespace,
    source: `${host}/${namespace}/${PUBLISHED.name}/${PUBLISHED.system}`,
    module: `v1/modules/${namespace}/${PUBLISHED.name}/${PUBLISHED.system}`,
  };
}
