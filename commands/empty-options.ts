import type { Command } from 'commander';
import { UsageError } from '../errors';

/**
 * Refuses options without a value: the variable of a pipeline may not be set, and an
 * empty path would mean the current folder.
 *
 * @throws UsageError `EmptyOption`
 */
export function refuseEmptyOptions(command: Command): void {
  const empty = command.options.find((option) =>
    [command.getOptionValue(option.attributeName()) as unknown].flat().includes(''),
  );
  if (empty !== undefined) {
    throw new UsageError(
      'EmptyOption',
      `${empty.long ?? empty.flags} must have a value, got an empty one; give it, or leave the option out`,
    );
  }
}
