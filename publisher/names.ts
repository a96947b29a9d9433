import { UsageError } from '../errors';

/** The module that is published, as registries name it. */
export const MODULE = { name: 'ssm-iam', system: 'aws' } as const;

const NAME = /^[A-Za-z0-9_][A-Za-z0-9._-]*$/;

/**
 * A name that stands in the addresses of a registry.
 *
 * @param option what the caller gave it as, like `--namespace`
 * @throws UsageError `Name`
 */
export function nameIn(option: string, text: string): string {
  if (!NAME.test(text)) {
    throw new UsageError(
      'Name',
      `${option} must be letters, digits and . _ -, beginning with none of . and -, got "${text}"; write it as the registry shows it`,
    );
  }
  return text;
}
