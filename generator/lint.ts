import type { TerraformStack } from 'cdktf';
import { duplicateAddresses } from './lint-addresses';
import { textsOf, tooLong } from './lint-lengths';
import type { Finding, LintRule } from './lint-rule';
import { addressed } from './terraform-json';
import type { Block, Labelled, TerraformJson } from './terraform-json';

/** Checks what Terraform would not: that the configuration is fit to be somebody's child module. */
export function lint(stack: TerraformStack, configuration: TerraformJson): Finding[] {
  const texts = textsOf(configuration);
  return [...duplicateAddresses(stack), ...RULES.flatMap((check) => check(configuration, texts))];
}

const FORBIDDEN_BLOCKS = ['provider', 'import', 'removed'];
const FORBIDDEN_SETTINGS = ['backend', 'cloud'];

const forbiddenBlock: LintRule = ({ terraform = {}, data = {}, ...blocks }) =>
  [
    ...FORBIDDEN_BLOCKS.filter((type) => blocks[type] !== undefined),
    ...FORBIDDEN_SETTINGS.filter((type) => terraform[type] !== undefined).map(
      (type) => `terraform.${type}`,
    ),
    ...(data.terraform_remote_state === undefined ? [] : ['data.terraform_remote_state']),
  ].map((block) => ({
    code: 'ForbiddenBlock',
    message: `${block} must not be in a module: it belongs to the configuration that calls it`,
  }));

/** A module finds what it calls in its own package, in the version it was released with. */
const callsInPackage: LintRule = ({ module = {} }) =>
  Object.entries(module)
    .filter(([, { source }]) => !/^\.\/modules\/[a-z0-9-]+$/.test(String(source)))
    .map(([name, { source }]) => ({
      code: 'ModuleSource',
      message: `module.${name} must be a module of this package, like "./modules/name", got "${String(source)}"`,
    }));

const undocumented: LintRule = ({ variable = {}, output = {} }) => [
  ...lacking(variable, 'type').map((name) => ({
    code: 'UntypedVariable',
    message: `variable "${name}" has no type; Terraform would take anything`,
  })),
  ...lacking(variable, 'description').map((name) => ({
    code: 'UndocumentedVariable',
    message: `variable "${name}" has no description; README and registry would show an empty cell`,
  })),
  ...lacking(output, 'description').map((name) => ({
    code: 'UndocumentedOutput',
    message: `output "${name}" has no description; README and registry would show an empty cell`,
  })),
];

const hashedName: LintRule = (configuration) =>
  names(configuration)
    .filter((name) => /_[0-9A-F]{8}$/.test(name))
    .map((name) => ({
      code: 'HashedName',
      message: `${name} carries CDKTF's hash, which changes with the construct path; give the element an address()`,
    }));

const unindexedReference: LintRule = (configuration, texts) => {
  const lines = texts.map(([, text]) => text).join('\n');
  return counted(configuration)
    .filter((address) =>
      new RegExp(`(?<![\\w.-])${address.replace(/\./g, '\\.')}\\.\\w`).test(lines),
    )
    .map((address) => ({
      code: 'UnindexedReference',
      message: `${address} has count or for_each and is read without an index; write one(${address}[*].attribute)`,
    }));
};

const absolutePath: LintRule = (_, texts) =>
  texts
    .filter(([, text]) => /^(\/[^/\s]+){2,}\/?$|^[A-Za-z]:\\/.test(text))
    .map(([, text]) => ({
      code: 'AbsolutePath',
      message: `"${text}" is a path of one machine; make it relative or leave it out`,
    }));

const unescapedPolicyVariable: LintRule = (_, texts) =>
  texts
    .filter(([, text]) => /(?<!\$)\$\{\s*aws:/.test(text))
    .map(([, text]) => ({
      code: 'UnescapedPolicyVariable',
      message: `"${text}" holds an IAM policy variable that Terraform would read as its own; write $\${aws:...}`,
    }));

const looseVersions: LintRule = ({ terraform = {} }) => {
  const providers = Object.entries((terraform.required_providers ?? {}) as Labelled);
  return [
    ...providers
      .filter(([, { source }]) => !/^[\w-]+\/[\w-]+$/.test(String(source)))
      .map(([name, { source }]) => ({
        code: 'ProviderSource',
        message: `provider ${name} must have a source with a namespace, got "${String(source)}"`,
      })),
    ...[
      ...providers.map(([name, { version }]) => [name, version]),
      ['terraform', terraform.required_version],
    ]
      .filter(([, version]) => !/^>= \d+\.\d+\.\d+$/.test(String(version)))
      .map(([name, version]) => ({
        code: 'VersionFloor',
        message: `${String(name)} must have a floor and nothing else, like ">= 1.5.0", got "${String(version)}"`,
      })),
  ];
};

const RULES: readonly LintRule[] = [
  forbiddenBlock,
  callsInPackage,
  undocumented,
  hashedName,
  unindexedReference,
  absolutePath,
  unescapedPolicyVariable,
  looseVersions,
  (_, texts) => tooLong(texts),
];

function lacking(blocks: Labelled, argument: string): string[] {
  return Object.entries(blocks)
    .filter(([, block]) => (block[argument] ?? '') === '')
    .map(([name]) => name);
}

function labelledBlocks(configuration: TerraformJson): [string, Block][] {
  const calls = Object.entries(configuration.module ?? {});
  return [
    ...addressed(configuration),
    ...calls.map(([name, block]): [string, Block] => [`module.${name}`, block]),
  ];
}

function counted(configuration: TerraformJson): string[] {
  return labelledBlocks(configuration)
    .filter(([, block]) => block.count !== undefined || block.for_each !== undefined)
    .map(([address]) => address);
}

function names(configuration: TerraformJson): string[] {
  const { variable = {}, output = {}, locals = {}, check = {} } = configuration;
  const addresses = labelledBlocks(configuration).map(([address]) => address);
  return [variable, output, locals, check]
    .flatMap((blocks) => Object.keys(blocks))
    .concat(addresses);
}
