import { UsageError } from '../../errors';
import type { Files } from '../../files';
import type { Facts } from './fact';

/** Ends an entry of the changelog, and says that a rule takes all that it took before. */
export const claimOf = (code: string): string => `(looser: ${code})`;

const CLAIM = /\(looser: (\w+)\)\.?$/gm;

/**
 * The codes of the rules that only take more, as entries of a changelog say that an older one has
 * not: those of the release that follows it. None if there are more releases between: a later one
 * may have changed the rule again.
 *
 * @param before the files of the older release, by paths below `generated/`
 */
export const claimedRules = (before: Files, after: Files): string[] =>
  Object.keys(after)
    .filter((path) => /(^|\/)CHANGELOG\.md$/.test(path))
    .flatMap((path) => [...newPart(before[path] ?? '', after[path] ?? '').matchAll(CLAIM)])
    .map(([, code = '']) => code);

/**
 * Refuses an entry that decides nothing, like one with a misspelt code.
 *
 * @throws UsageError `LooserEntry`
 */
export function refuseIdleClaims(claimed: readonly string[], facts: Facts): void {
  const idle = claimed.find(
    (code) => !facts.interface.some(({ claim }) => claim === claimOf(code)),
  );
  if (idle !== undefined) {
    throw new UsageError(
      'LooserEntry',
      `${claimOf(idle)} in CHANGELOG.md must name a rule whose condition changed and whose limits decide nothing, got none; correct the code or remove it`,
    );
  }
}

function newPart(before: string, after: string): string {
  const releases = [...before.matchAll(/^## \[\d[^\]]*\]/gm)].map(([heading]) => heading);
  const sections = after.split(/^(?=## )/m);
  const known = sections.findIndex((one) => releases.some((heading) => one.startsWith(heading)));
  const fresh = sections.slice(0, known < 0 ? sections.length : known);
  return fresh.filter((one) => one.startsWith('## ')).length > 1 ? '' : fresh.join('');
}
