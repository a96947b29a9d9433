import type { Colors } from 'picocolors/types';
import type { Fact, PermissionFact, Step } from '../facts/fact';
import type { ReleasePlan } from '../release-plan/release-plan';

const TITLES = {
  major: 'Breaking',
  minor: 'New',
  patch: 'Otherwise',
} as const satisfies Record<Exclude<Step, 'none'>, string>;

/** Longer texts are in the JSON of the plan. */
const LONGEST = 300;

/** The plan of a release for people: what is granted first, then what breaks. */
export function releasePlanText(plan: ReleasePlan, paint: Colors): string {
  if (plan.files.length === 0) {
    return `nothing to release: generated/ is as ${plan.tag} has it; give --version to release what changed beside it`;
  }
  const [byDefault, others] = [true, false].map((is) =>
    plan.permissions.filter((fact) => fact.by_default === is),
  ) as [PermissionFact[], PermissionFact[]];
  return [
    head(plan, paint),
    ...section('Permissions, by default', byDefault, paint),
    ...section('Permissions that inputs switch on', others, paint),
    ...(['major', 'minor', 'patch'] as const).flatMap((step) =>
      section(
        `${TITLES[step]} (${step})`,
        plan.facts.filter((fact) => fact.step === step),
        paint,
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

function section(title: string, facts: readonly Fact[], paint: Colors): string[] {
  return facts.length === 0
    ? []
    : [[paint.bold(title), ...facts.flatMap((fact) => factLines(fact, paint))].join('\n')];
}

function factLines({ module, code, step, text, before, after }: Fact, paint: Colors): string[] {
  const mark = step === 'major' ? paint.red('!') : step === 'minor' ? paint.green('+') : ' ';
  return [
    `${mark} ${module === '' ? '' : `${module}: `}${text} ${paint.dim(`[${code}]`)}`,
    ...valueLines('-', before).map((line) => paint.red(line)),
    ...valueLines('+', after).map((line) => paint.green(line)),
  ];
}

function valueLines(sign: string, value: unknown): string[] {
  if (value === null) {
    return [];
  }
  const lines: unknown[] = Array.isArray(value) && value.length > 0 ? value : [value];
  return lines.map((line) => {
    const text = typeof line === 'string' ? line : JSON.stringify(line);
    const shown = text === '' ? 'in all cases' : text;
    return `    ${sign} ${shown.length > LONGEST ? `${shown.slice(0, LONGEST)}...` : shown}`;
  });
}

function filesText({ files, message, tag }: ReleasePlan, paint: Colors): string {
  const own = files.map(({ path }) => path).filter((path) => !path.startsWith('generated/'));
  const generated = files.length - own.length;
  const names = [...own, ...(generated === 0 ? [] : [`${generated} in generated/`])].join(', ');
  return `${paint.bold('What "release apply" does')}\n  writes ${names}\n  commits "${message}" and tags it ${tag}`;
}
