import { UsageError } from '../errors';
import type { TargetKind } from './target';
import { staticTarget } from './targets/static';

/** The kinds of targets, in the order of the help. */
export const targets: readonly TargetKind[] = [staticTarget];

/** @throws UsageError `UnknownTarget` */
export function targetKind(name: string): TargetKind {
  const kind = targets.find((one) => one.name === name);
  if (kind === undefined) {
    throw new UsageError(
      'UnknownTarget',
      `--to must be one of ${targets.map((one) => one.name).join(', ')}, got "${name}"; choose one`,
    );
  }
  return kind;
}
