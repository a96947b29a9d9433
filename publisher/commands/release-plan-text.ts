import type { Colors } from 'picocolors/types';
import type { Fact, PermissionFact, Step } from '../facts/fact';
import type { ReleasePlan } from '../release-plan/release-plan';

const TITLES = {
  major: 'Breaking',
  minor: 'New',
  patch: 'Otherwise',
} as const satisfies Record<Exclude<Step, 'none'>, string>;

/**
 * The plan of a release for people: what is granted first, then what breaks.
 *
 * @param columns of the terminal; by default lines are as long as they are
 */
export function releasePlanText(plan: ReleasePlan, paint: Colors, columns = Infinity): string {
  if (plan.files.length === 0) {
    return `nothing to release: generated/ is as ${plan.tag} has it; give --version to release what changed beside it`;
  }
  const [byDefault, others] = [true, false].map((is) =>
    plan.permissions.filter((fact) => fact.by_default === is),
  ) as [PermissionFact[], PermissionFact[]];
  return [
    head(plan, paint),
    ...section('Permissions, by default', byDefault, paint, columns),
    ...section('Permissions that inputs switch on', others, paint, columns),
    ...(['major', 'minor', 'patch'] as const).flatMap((step) =>
      section(
        `${TITLES[step]} (${step})`,
        plan.facts.filter((fact) => fact.step === step),
        paint,
        columns,
      ),
    ),
    filesText(plan, paint),
  ].join('\n\n');
}

function head({ since, tag, step, date, base }: ReleasePlan, paint: Colors): string {
  const why =
    since === null
      ? 'the first release'
      : step === 'none'
        ? `as ${since}`
        : `${step}, since ${since}`;
  const isEarly = tag.startsWith('v0.') && step === 'major' && since !== null;
  const early = isEarly ? '; before 1.0.0 a break raises the minor version' : '';
  return `${paint.bold(tag)} of ${date}: ${why}${early}\ncommit ${base.slice(0, 12)}`;
}

function section(title: string, facts: readonly Fact[], paint: Colors, columns: number): string[] {
  return facts.length === 0
    ? []
    : [[paint.bold(title), ...facts.flatMap((fact) => factLines(fact, paint, columns))].join('\n')];
}

function factLines(fact: Fact, paint: Colors, columns: number): string[] {
  const { module, code, step, text, before, after, claim } = fact;
  const mark = step === 'major' ? paint.red('!') : step === 'minor' ? paint.green('+') : ' ';
  const told = `${module === '' ? '' : `${module}: `}${text} [${code}]`;
  const way = `a minor change if an entry below "## [Unreleased]" of CHANGELOG.md ends with ${claim ?? ''}`;
  return [
    `${mark} ${wrapped(told, columns, '  ').replace(`[${code}]`, paint.dim(`[${code}]`))}`,
    ...valueLines('-', before, columns).map((line) => paint.red(line)),
    ...valueLines('+', after, columns).map((line) => paint.green(line)),
    ...(claim === undefined || step !== 'major' ? [] : [`    ${wrapped(way, columns, '    ')}`]),
  ];
}

function valueLines(sign: string, value: unknown, columns: number): string[] {
  if (value === null) {
    return [];
  }
  const lines: unknown[] = Array.isArray(value) && value.length > 0 ? value : [value];
  return lines.map((line) => {
    const text = typeof line === 'string' ? line : JSON.stringify(line);
    return `    ${sign} ${wrapped(text === '' ? 'in all cases' : text, columns, '      ')}`;
  });
}

/** A text in lines of a terminal, whose first begins behind as much as the others are indented; no word is cut. */
function wrapped(text: string, columns: number, indent: string): string {
  const width = columns - indent.length;
  const lines = text.split(' ').reduce<string[]>((all, word) => {
    const last = all.at(-1);
    return last !== undefined && last.length + 1 + word.length <= width
      ? [...all.slice(0, -1), `${last} ${word}`]
      : [...all, word];
  }, []);
  return lines.join(`\n${indent}`);
}

function filesText({ files, message, tag }: ReleasePlan, paint: Colors): string {
  const own = files.map(({ path }) => path).filter((path) => !path.startsWith('generated/'));
  const generated = files.length - own.length;
  const names = [...own, ...(generated === 0 ? [] : [`${generated} in generated/`])].join(', ');
  return `${paint.bold('What "release apply" does')}\n  writes ${names}\n  commits "${message}" and tags it ${tag}`;
}
