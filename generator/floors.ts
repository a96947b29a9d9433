import type { Floor, ModuleContract } from '../contract/module';
import type { ModuleDefinition } from './module';
import type { Block, TerraformJson } from './terraform-json';

/** The lowest versions that can run a module, and what needs them. */
export type VersionFloors = Pick<ModuleContract, 'terraform' | 'providers'>;

interface TerraformFeature {
  readonly version: string;
  readonly feature: string;
  readonly usedIn: (configuration: TerraformJson, text: string) => boolean;
}

const callOf = (names: string) => {
  const call = new RegExp(`\\b(${names})\\(`);
  return (_: TerraformJson, text: string): boolean => call.test(text);
};

/**
 * Features of the Terraform language by the release that brought them, newest first.
 *
 * @see https://github.com/hashicorp/terraform/releases
 */
const TERRAFORM_FEATURES: readonly TerraformFeature[] = [
  { version: '1.9.0', feature: 'function templatestring', usedIn: callOf('templatestring') },
  { version: '1.8.0', feature: 'function issensitive', usedIn: callOf('issensitive') },
  { version: '1.5.0', feature: '`check` blocks', usedIn: ({ check }) => check !== undefined },
  { version: '1.5.0', feature: 'function strcontains', usedIn: callOf('strcontains') },
  {
    version: '1.3.0',
    feature: 'optional object attributes with defaults',
    usedIn: (_, text) => text.includes('= optional('),
  },
  {
    version: '1.3.0',
    feature: 'functions startswith and endswith',
    usedIn: callOf('startswith|endswith'),
  },
  {
    version: '1.2.0',
    feature: 'preconditions',
    usedIn: (_, text) => text.includes('"precondition":'),
  },
  {
    version: '1.2.0',
    feature: 'validation messages that show the value',
    usedIn: ({ variable }) => JSON.stringify(variable ?? {}).includes('"error_message":'),
  },
  {
    version: '1.1.0',
    feature: '`nullable` variables',
    usedIn: (_, text) => text.includes('"nullable":'),
  },
];

const OLDEST_TERRAFORM = { version: '1.0.0', feature: 'the Terraform 1.x language' };

/**
 * Finds the lowest versions from what the configuration uses.
 *
 * @param called floors of the modules that it calls
 */
export function versionFloors(
  configuration: TerraformJson,
  { provider }: Pick<ModuleDefinition, 'provider'>,
  called: readonly VersionFloors[] = [],
): VersionFloors {
  const text = JSON.stringify(configuration);
  const own = TERRAFORM_FEATURES.find(({ usedIn }) => usedIn(configuration, text));
  const { version, feature } = own ?? OLDEST_TERRAFORM;
  const used = provider.features.filter((one) => usesProviderFeature(configuration, one.feature));
  const ofProvider = [provider.oldest, ...used].map((one) => ({
    version: one.since,
    needed_for: one.feature,
  }));
  const { name, source } = provider;
  const ofCalled = called.flatMap(({ providers }) => providers[name] ?? []);
  return {
    terraform: [
      { version, needed_for: feature },
      ...called.map(({ terraform }) => terraform),
    ].reduce(newer),
    providers: { [name]: { source, ...[...ofProvider, ...ofCalled].reduce(newer) } },
  };
}

/** The `terraform` block that demands them. */
export const terraformBlock = ({ terraform, providers }: VersionFloors): Block => ({
  required_version: `>= ${terraform.version}`,
  required_providers: Object.fromEntries(
    Object.entries(providers).map(([name, { source, version }]) => [
      name,
      { source, version: `>= ${version}` },
    ]),
  ),
});

function usesProviderFeature({ resource = {} }: TerraformJson, feature: string): boolean {
  const [type = '', argument] = feature.split('.');
  const blocks = Object.values(resource[type] ?? {});
  return argument === undefined ? blocks.length > 0 : blocks.some((block) => argument in block);
}

function newer(one: Floor, other: Floor): Floor {
  return isNewer(other.version, one.version) ? other : one;
}

function isNewer(version: string, than: string): boolean {
  const parts = version.split('.').map(Number);
  const others = than.split('.').map(Number);
  const at = parts.findIndex((part, index) => part !== others[index]);
  return (parts[at] ?? 0) > (others[at] ?? 0);
}
