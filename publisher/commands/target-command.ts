import type { Command } from 'commander';
import type { TargetKind } from '../target';

/** Adds the command of a kind of target, like `publish plan git`, with the options that it takes. */
export function targetCommand(parent: Command, kind: TargetKind): Command {
  const command = parent
    .command(kind.name)
    .summary(kind.summary)
    .description(`To ${kind.summary}.`);
  for (const { flags, description, default: preset } of kind.options) {
    if (preset === undefined) {
      command.requiredOption(flags, description);
    } else {
      command.option(flags, description, preset);
    }
  }
  const variables = Object.entries(kind.credentials).map(
    ([name, holds]) => `\n  ${name}: ${holds}`,
  );
  return command
    .option('--release <version>', 'the release, like 1.2.3 (default: the version in package.json)')
    .addHelpText('after', variables.length === 0 ? '' : `\nCredentials:${variables.join('')}`);
}
