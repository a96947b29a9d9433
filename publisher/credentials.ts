import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { UsageError } from '../errors';
import { readText } from '../files';
import { parseJson } from '../json';
import type { Surroundings } from './surroundings';

/**
 * The token that Terraform would use for a host: that of the variable
 * `TF_TOKEN_<host>`, or what `terraform login` stored.
 *
 * @param host with its port, if it is not the usual one
 * @returns undefined where there is none
 * @throws UsageError `StoredCredentials` if the file cannot be read
 * @see https://developer.hashicorp.com/terraform/cli/config/config-file#credentials
 */
export function terraformToken(host: string, { env, home }: Surroundings): string | undefined {
  const ofVariable = Object.entries(env).find(([name]) => hostOfVariable(name) === host)?.[1];
  return ofVariable === undefined || ofVariable === '' ? storedToken(host, home) : ofVariable;
}

/** Terraform writes a dot as one underscore, a hyphen as two. */
function hostOfVariable(name: string): string | undefined {
  const [, encoded] = /^TF_TOKEN_(.+)$/.exec(name) ?? [];
  return encoded?.replaceAll('__', '-').replaceAll('_', '.');
}

const STORED = z.object({
  credentials: z.record(z.string(), z.object({ token: z.string().optional() })),
});

function storedToken(host: string, home: string): string | undefined {
  const path = join(home, '.terraform.d/credentials.tfrc.json');
  if (!existsSync(path)) {
    return undefined;
  }
  try {
    return STORED.parse(parseJson(readText(path))).credentials[host]?.token;
  } catch {
    // the parser's words would show what stands in the file
    throw new UsageError(
      'StoredCredentials',
      `${path} must hold what terraform login stored, got something that cannot be read; run terraform login again`,
    );
  }
}

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
