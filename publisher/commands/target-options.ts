import { Option } from 'commander';
import type { Command } from 'commander';
import { UsageError } from '../../errors';
import type { TargetKind } from '../target';
import { targets } from '../targets';

/** The options of all targets together: one name means the same for each of them. */
export function targetOptions(command: Command): Command {
  command.requiredOption(
    '--to <target>',
    `what kind of place it goes to: ${targets.map(({ name }) => name).join(', ')}`,
  );
  const options = targets.flatMap((kind) => kind.options);
  const flags = [...new Set(options.map((option) => option.flags))];
  for (const flag of flags) {
    const kinds = targets.filter((kind) => kind.options.some((option) => option.flags === flag));
    const what = kinds.map(({ name, options: own }) => {
      const option = own.find((one) => one.flags === flag);
      const preset = option?.default === undefined ? '' : ` (default: ${option.default})`;
      return `${name}: ${option?.description ?? ''}${preset}`;
    });
    command.option(flag, what.join('; '));
  }
  return command;
}

export function targetsHelp(): string {
  const lines = targets.map(({ name, summary, credentials }) => {
    const variables = Object.entries(credentials).map(
      ([variable, holds]) => `\n              ${variable}: ${holds}`,
    );
    return `  ${name.padEnd(12)}${summary}${variables.join('')}`;
  });
  return `
Targets, and the environment variables with their credentials:
${lines.join('\n')}

Examples:
  node dist/publisher/cli.js publish plan --to static --folder public --url https://modules.example.com --namespace acme
  node dist/publisher/cli.js publish apply --to git --repository git@example.com:acme/terraform-aws-ssm-iam.git`;
}

/**
 * The options of one kind of target, by their names in camelCase, with their defaults.
 *
 * @throws UsageError `MissingOption` or `ForeignOption`
 */
export function optionsOf(kind: TargetKind, given: object): Record<string, string> {
  const all = given as Readonly<Record<string, string | undefined>>;
  const nameOf = (flags: string): string => new Option(flags).attributeName();
  const own = kind.options.map((option) => ({ ...option, name: nameOf(option.flags) }));
  const missing = own.find(
    (option) => option.default === undefined && all[option.name] === undefined,
  );
  if (missing !== undefined) {
    throw new UsageError(
      'MissingOption',
      `--to ${kind.name} must have ${missing.flags}, got none; give the ${missing.description}`,
    );
  }
  const foreign = targets
    .flatMap(({ options }) => options)
    .find(
      ({ flags }) =>
        all[nameOf(flags)] !== undefined && own.every(({ name }) => name !== nameOf(flags)),
    );
  if (foreign !== undefined) {
    throw new UsageError(
      'ForeignOption',
      `--to ${kind.name} takes ${own.map(({ flags }) => flags).join(', ')}, got ${foreign.flags}; leave it out`,
    );
  }
  return Object.fromEntries(
    own.flatMap(({ name, default: preset }) => {
      const value = all[name] ?? preset;
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
}
