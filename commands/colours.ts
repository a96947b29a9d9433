import type { Command } from 'commander';
import { createColors } from 'picocolors';
import type { Colors } from 'picocolors/types';

/**
 * Colours for standard output: on a terminal, unless `NO_COLOR` is set, and
 * wherever `FORCE_COLOR` is.
 */
export function coloursOf(command: Command): Colors {
  return createColors(command.configureOutput().getOutHasColors?.() ?? false);
}
