import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../errors';
import { readText } from '../files';
import { parseJson } from '../json';
import type { Surroundings } from './surroundings';

/**
 * The token that Terraform would use for a host: that of the variable
 * `TF_TOKEN_<host>`, of a `credentials` block in the CLI configuration, or what
 * `terraform login` stored.
 *
 * @param host with its port, if it is not the usual one
 * @returns undefined where Terraform has none
 * @throws UsageError `CliConfig` if a file cannot be read
 * @see https://developer.hashicorp.com/terraform/cli/config/config-file#credentials
 */
export async function terraformToken(
  host: string,
  surroundings: Surroundings,
): Promise<string | undefined> {
  const { env, home, parseHcl } = surroundings;
  const ofVariable = Object.entries(env).find(([name]) => hostOfVariable(name) === host)?.[1];
  if (ofVariable !== undefined && ofVariable !== '') {
    return ofVariable;
  }
  const config =
    [env.TF_CLI_CONFIG_FILE, env.TERRAFORM_CONFIG].find(Boolean) ?? join(home, '.terraformrc');
  const stored = join(home, '.terraform.d/credentials.tfrc.json');
  return (
    (await tokenIn(config, host, (text) => parseHcl(config, text))) ??
    (await tokenIn(stored, host, parseJson))
  );
}

/** Terraform writes a dot as one underscore, a hyphen as two. */
function hostOfVariable(name: string): string | undefined {
  const [, encoded] = /^TF_TOKEN_(.+)$/.exec(name) ?? [];
  return encoded?.replaceAll('__', '-').replaceAll('_', '.');
}

async function tokenIn(
  path: string,
  host: string,
  parse: (text: string) => unknown,
): Promise<string | undefined> {
  if (!existsSync(path)) {
    return undefined;
  }
  let content: Config;
  try {
    content = (await parse(readText(path))) as Config;
  } catch {
    // the parser's words would show what stands in the file
    throw new UsageError(
      'CliConfig',
      `${path} must be a CLI configuration of Terraform, got something that cannot be read; correct it`,
    );
  }
  const [block] = [content.credentials?.[host]].flat();
  return typeof block?.token === 'string' && block.token !== '' ? block.token : undefined;
}

type Config = Readonly<{ credentials?: Readonly<Record<string, Block | readonly Block[]>> }>;
type Block = Readonly<{ token?: unknown }>;

/**
 * The first of some environment variables that is set.
 *
 * @throws UsageError `NoCredentials` that names them
 */
export function requiredVariable(
  names: readonly string[],
  { env }: Pick<Surroundings, 'env'>,
): string {
  const value = names.map((name) => env[name]).find((text) => text !== undefined && text !== '');
  if (value === undefined) {
    throw noCredentials(names.join(' or '));
  }
  return value;
}

export const noCredentials = (where: string): UsageError =>
  new UsageError(
    'NoCredentials',
    `credentials must be in the environment, got none in ${where}; set one`,
  );
