/** Where the modules are to be had, and in which version. */
export interface Publication {
  /** Address in a registry. */
  readonly registry: string;
  /** Address of the git repository that holds what is in `generated/`. */
  readonly git: string;
  /** The version, like `0.1.0`; its tag is `v0.1.0`. */
  readonly version: string;
}

/** Stands in an address for what only the publisher knows. */
export const PLACEHOLDERS = { namespace: 'NAMESPACE', gitHost: 'example.com' } as const;

export function publicationOf(version: string): Publication {
  return {
    registry: `${PLACEHOLDERS.namespace}/ssm-iam/aws`,
    git: `https://${PLACEHOLDERS.gitHost}/terraform-aws-ssm-iam.git`,
    version,
  };
}

/** The versions that bring no breaking change; before 1.0.0 a minor version may bring one. */
export function compatibleVersions({ version }: Publication): string {
  const [major = '', minor = ''] = version.split('.');
  return major === '0' ? `~> ${version}` : `~> ${major}.${minor}`;
}

/** The folder beside a configuration in which READMEs expect a copy of what is published. */
const FOLDER = './ssm-iam';

/**
 * What `source` says of one module, by where it is taken from.
 *
 * @param isAbove whether the module calls the others and lies above them
 */
export function sourcesOf(
  { registry, git, version }: Publication,
  module: string,
  isAbove = false,
): Readonly<Record<'folder' | 'git' | 'registry', string>> {
  const below = isAbove ? '' : `/modules/${module}`;
  const inside = isAbove ? '' : `/${below}`;
  return {
    folder: `${FOLDER}${below}`,
    git: `git::${git}${inside}?ref=v${version}`,
    registry: `${registry}${inside}`,
  };
}
