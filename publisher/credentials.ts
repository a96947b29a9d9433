import { UsageError } from '../errors';

/** The environment variables of whoever publishes. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The value of an environment variable.
 *
 * @throws UsageError `NoCredentials` if it is not set
 */
export function requiredVariable(name: string, env: Environment): string {
  const value = env[name];
  if (value === undefined || value === '') {
    throw noCredentials(name);
  }
  return value;
}

export const noCredentials = (where: string): UsageError =>
  new UsageError(
    'NoCredentials',
    `credentials must be in the environment, got none in ${where}; set it`,
  );
