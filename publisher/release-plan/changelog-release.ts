import { UsageError } from '../../errors';
import type { Fact, Facts } from '../facts/fact';
import { valueLines } from '../facts/sections';

const UNRELEASED = /^## \[Unreleased\][^\n]*$/m;
const PREPARATION = /^\S+ is in preparation\.\n+/gm;

/**
 * A changelog in the format of Keep a Changelog with what was unreleased as a release.
 * What people wrote stays as it is; what they need not remember to write stands below it,
 * under `Interface` and `Permissions`.
 *
 * @param facts none for the first release, where all is new
 * @throws UsageError `ChangelogForm`
 * @see https://keepachangelog.com/en/1.1.0/
 */
export function releasedChangelog(
  changelog: string,
  version: string,
  date: string,
  facts: Facts | undefined,
): string {
  refuseReleased(changelog, version);
  const heading = UNRELEASED.exec(changelog);
  if (heading === null) {
    throw new UsageError(
      'ChangelogForm',
      'CHANGELOG.md must have a line "## [Unreleased]", got none; write one above the last release',
    );
  }
  const start = heading.index + heading[0].length;
  const next = changelog.slice(start).search(/^## /m);
  const end = next < 0 ? changelog.length : start + next;
  const body = withFacts(changelog.slice(start, end).replace(PREPARATION, '').trim(), facts);
  const release = [`## [${version}] - ${date}`, body].filter((part) => part !== '').join('\n\n');
  const rest = changelog.slice(end).trim();
  const parts = [`${changelog.slice(0, heading.index)}## [Unreleased]`, release, rest];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function refuseReleased(changelog: string, version: string): void {
  const isThere = changelog.split('\n').some((line) => line.startsWith(`## [${version}]`));
  if (isThere) {
    throw new UsageError(
      'ChangelogForm',
      `CHANGELOG.md must not have ${version} before it is released, got "## [${version}]"; release it with the plan that wrote this, or correct the heading`,
    );
  }
}

function withFacts(body: string, facts: Facts | undefined): string {
  if (facts === undefined) {
    return body;
  }
  const told = facts.interface.filter(({ step }) => step !== 'patch');
  const all = [
    ['Interface', told.map(line)],
    ['Permissions', facts.permissions.map(permissionLine)],
  ] as const;
  const text = all.reduce((sofar, [title, lines]) => withLines(sofar, title, lines), body);
  return text === '' ? 'No change of the interface.' : text;
}

/** Adds lines to the end of a section, or the section to the end. */
function withLines(body: string, title: string, lines: readonly string[]): string {
  if (lines.length === 0) {
    return body;
  }
  const sections = body.split(/^(?=### )/m).map((section) => section.trim());
  const at = sections.findIndex((section) => section.split('\n')[0] === `### ${title}`);
  const added = lines.join('\n');
  if (at < 0) {
    // permissions stay what a reviewer finds last
    const last = sections.findIndex((section) => section.split('\n')[0] === '### Permissions');
    sections.splice(last < 0 ? sections.length : last, 0, `### ${title}\n\n${added}`);
  } else {
    const isList = /^( {2}|- ).*$/.test(sections[at]?.split('\n').at(-1) ?? '');
    sections[at] = `${sections[at] ?? ''}${isList ? '\n' : '\n\n'}${added}`;
  }
  return sections.filter((section) => section !== '').join('\n\n');
}

/** Begins with the module: that is how each module finds its own entries. */
const line = ({ module, step, text }: Fact): string =>
  `- \`${module}\`: ${step === 'major' ? '**breaking:** ' : ''}${text}.`;

function permissionLine(fact: Fact): string {
  const values = [
    ['before', fact.before],
    ['now', fact.after],
  ] as const;
  const lines = values.flatMap(([word, value]) =>
    valueLines(value, (text) => `\`${text}\``).map((text) => `  - ${word}: ${text}`),
  );
  return [line(fact), ...lines].join('\n');
}
