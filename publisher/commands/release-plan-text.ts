import type { Colors } from 'picocolors/types';
import type { Fact } from '../facts/fact';
import { sectionsOf, valueLines } from '../facts/sections';
import type { ReleasePlan } from '../release-plan/release-plan';

/** The plan of a release for people: what is granted first, then what breaks. */
export function releasePlanText(plan: ReleasePlan, paint: Colors): string {
  if (plan.files.length === 0) {
    return `nothing to release: generated/ is as ${plan.tag} has it; give --version to release what changed beside it`;
  }
  const { facts, permissions } = plan;
  return [
    head(plan, paint),
    ...sectionsOf({ interface: facts, permissions }).map((section) =>
      [paint.bold(section.title), ...section.facts.flatMap((fact) => lines(fact, paint))].join(
        '\n',
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

function lines(fact: Fact, paint: Colors): string[] {
  const { module, code, step, text, before, after, claim } = fact;
  const mark = step === 'major' ? paint.red('!') : step === 'minor' ? paint.green('+') : ' ';
  const way = `    a minor change if an entry below "## [Unreleased]" of CHANGELOG.md ends with ${claim ?? ''}`;
  return [
    `${mark} ${module === '' ? '' : `${module}: `}${text} ${paint.dim(`[${code}]`)}`,
    ...valueLines(before).map((line) => paint.red(`    - ${line}`)),
    ...valueLines(after).map((line) => paint.green(`    + ${line}`)),
    ...(claim === undefined || step !== 'major' ? [] : [way]),
  ];
}

function filesText({ files, message, tag }: ReleasePlan, paint: Colors): string {
  const own = files.map(({ path }) => path).filter((path) => !path.startsWith('generated/'));
  const generated = files.length - own.length;
  const names = [...own, ...(generated === 0 ? [] : [`${generated} in generated/`])].join(', ');
  return `${paint.bold('What "release apply" does')}\n  writes ${names}\n  commits "${message}" and tags it ${tag}`;
}
