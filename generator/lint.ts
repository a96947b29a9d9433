import { textsOf, tooLong } from './lint-lengths';
import type { Finding, PlacedText } from './lint-lengths';
import { addressed } from './terraform-json';
import type { TerraformJson } from './terraform-json';

/**
 * Checks what neither Terraform nor the types do: that the configuration is fit to be somebody's
 * child module, and that people can read it.
 */
export function lint(configuration: TerraformJson): Finding[] {
  const texts = textsOf(configuration);
  return [
    ...forbiddenBlocks(configuration),
    ...hashedNames(configuration),
    ...absolutePaths(texts),
    ...tooLong(texts),
  ];
}

const FORBIDDEN_BLOCKS = ['provider', 'import', 'removed'];
const FORBIDDEN_SETTINGS = ['backend', 'cloud'];

function forbiddenBlocks({ terraform = {}, data = {}, ...blocks }: TerraformJson): Finding[] {
  return [
    ...FORBIDDEN_BLOCKS.filter((type) => blocks[type] !== undefined),
    ...FORBIDDEN_SETTINGS.filter((type) => terraform[type] !== undefined).map(
      (type) => `terraform.${type}`,
    ),
    ...(data.terraform_remote_state === undefined ? [] : ['data.terraform_remote_state']),
  ].map((block) => ({
    code: 'ForbiddenBlock',
    message: `${block} must not be in a module: it belongs to the configuration that calls it`,
  }));
}

function hashedNames(configuration: TerraformJson): Finding[] {
  const { variable = {}, output = {}, locals = {}, check = {} } = configuration;
  return [variable, output, locals, check]
    .flatMap((blocks) => Object.keys(blocks))
    .concat(addressed(configuration).map(([address]) => address))
    .filter((name) => /_[0-9A-F]{8}$/.test(name))
    .map((name) => ({
      code: 'HashedName',
      message: `${name} carries CDKTF's hash, which changes with the construct path; give the element an address()`,
    }));
}

const absolutePaths = (texts: readonly PlacedText[]): Finding[] =>
  texts
    .filter(([, text]) => /^(\/[^/\s]+){2,}\/?$|^[A-Za-z]:\\/.test(text))
    .map(([, text]) => ({
      code: 'AbsolutePath',
      message: `"${text}" is a path of one machine; make it relative or leave it out`,
    }));
