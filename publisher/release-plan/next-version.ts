import { gt, inc, lt, prerelease, rcompare } from 'semver';
import { UsageError } from '../../errors';
import type { Fact, Facts, Step } from '../facts/fact';
import { stepOf } from '../facts/fact';

/**
 * The smallest version that a step asks for. Before 1.0.0 a break raises the minor
 * version, as a feature does: who depends on a module pins `~> 0.1.0` then.
 *
 * @param last the last version without a pre-release part, like `1.2.3`
 * @see https://semver.org/#spec-item-4
 */
export function smallestVersion(last: string, step: Step): string {
  if (step === 'none') {
    return last;
  }
  const isBefore1 = last.startsWith('0.');
  return inc(last, isBefore1 && step === 'major' ? 'minor' : step) ?? last;
}

/** What is known of the versions when a new one is chosen. */
export interface Versions {
  /** What package.json says. */
  readonly current: string;
  /** The release that facts are since; undefined: none was made. */
  readonly since: string | undefined;
  /** All that are tagged on the way to what is released. */
  readonly released: readonly string[];
  /** What the caller asks for. */
  readonly wanted: string | undefined;
}

/**
 * The version of the next release: what the facts ask for, or more if the caller wants it.
 *
 * @throws UsageError `VersionTooSmall` or `VersionReleased`
 */
export function nextVersion(facts: Facts, versions: Versions): string {
  const { since, released, wanted } = versions;
  const [last] = [...released].sort(rcompare);
  const smallest = smallestOf(facts, versions);
  if (wanted === undefined) {
    return smallest;
  }
  if (last !== undefined && !gt(wanted, last)) {
    throw new UsageError(
      'VersionReleased',
      `--version must be greater than the last release, ${last}, got ${wanted}; choose ${gt(smallest, last) ? smallest : (inc(last, 'patch') ?? last)} or greater`,
    );
  }
  // 1.2.0-rc.1 is there to try what 1.2.0 will be
  if (since !== undefined && lt(withoutPrerelease(wanted), smallestVersion(since, stepOf(facts)))) {
    throw tooSmall(wanted, smallest, facts);
  }
  return wanted;
}

function smallestOf(facts: Facts, { since, released, current }: Versions): string {
  const [last] = [...released].sort(rcompare);
  const asked =
    since === undefined
      ? withoutPrerelease(current)
      : withoutPrerelease(smallestVersion(since, stepOf(facts)));
  // after 1.2.0-rc.1 comes 1.2.0, whatever became of what it tried
  return last !== undefined && prerelease(last) !== null && lt(asked, last)
    ? withoutPrerelease(last)
    : asked;
}

const withoutPrerelease = (version: string): string => version.replace(/-.*$/s, '');

function tooSmall(wanted: string, smallest: string, facts: Facts): UsageError {
  const all: readonly Fact[] = [...facts.interface, ...facts.permissions];
  const asking = all.filter(({ step }) => step === stepOf(facts));
  const [{ module, text } = { module: '', text: '' }] = asking;
  const others = asking.length > 1 ? ` and ${asking.length - 1} more` : '';
  return new UsageError(
    'VersionTooSmall',
    `--version must be ${smallest} or greater, got ${wanted} for a ${stepOf(facts)} change: ${module}: ${text}${others}; choose ${smallest} or undo the change`,
  );
}
