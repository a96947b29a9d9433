import { isDeepStrictEqual } from 'node:util';
import type { Input } from '../../contract/module';
import { paired } from './fact';
import type { Fact, Finding } from './fact';
import { typeFindings } from './type-facts';

/**
 * What changed between the inputs of two releases of a module.
 *
 * Credits: tfbreak BC001, BC002, BC004, BC005, RC006, RC007 and RC008, and Azure
 * Verified Modules TFNFR35 (variables 1 to 6). Where they say "risky", it is a break
 * here if an unchanged caller can see it.
 *
 * @see https://github.com/jokarl/tfbreak-core/blob/main/docs/rules.md
 * @see https://azure.github.io/Azure-Verified-Modules/spec/TFNFR35
 */
export function inputFindings(before: readonly Input[], after: readonly Input[]): Finding[] {
  const { gone, added, kept } = paired(before, after);
  return [
    ...gone.map(({ name, type }) =>
      finding('input-removed', name, 'major', [type, null], 'is gone; who gives it is refused'),
    ),
    ...added.map(({ name, type, required }) =>
      required
        ? finding('input-added-required', name, 'major', [null, type], 'has to be given')
        : finding('input-added', name, 'minor', [null, type], 'can be given'),
    ),
    ...kept.flatMap(([was, is]) => [
      ...typeFindings(was.name, was, is),
      ...defaultFindings(was, is),
      ...nullFindings(was, is),
      ...sensitiveFindings(was, is),
    ]),
  ];
}

function finding(
  code: string,
  name: string,
  step: Fact['step'],
  [before, after]: readonly [unknown, unknown],
  what: string,
): Finding {
  return { code, subject: name, step, before, after, text: `\`${name}\` ${what}` };
}

/** A default is what callers get who ask for nothing: another one changes what is planned for them. */
function defaultFindings(was: Input, is: Input): Finding[] {
  const { name } = was;
  if (was.required !== is.required) {
    return was.required
      ? [finding('input-default-added', name, 'minor', [null, is.default], 'may be left out now')]
      : [
          finding(
            'input-default-removed',
            name,
            'major',
            [was.default, null],
            'has to be given now',
          ),
        ];
  }
  return isDeepStrictEqual(was.default, is.default)
    ? []
    : [
        finding(
          'input-default-changed',
          name,
          'major',
          [was.default, is.default],
          'has another default',
        ),
      ];
}

/** Null means the default where null is not taken: who passes it gets something else then. */
function nullFindings(was: Input, is: Input): Finding[] {
  if (was.nullable === is.nullable) {
    return [];
  }
  const values = [nullable(was), nullable(is)] as const;
  if (was.nullable) {
    return [finding('input-null-refused', was.name, 'major', values, 'takes no null any more')];
  }
  return was.required
    ? [finding('input-null-taken', was.name, 'minor', values, 'takes null now')]
    : [
        finding(
          'input-null-changed',
          was.name,
          'major',
          values,
          'takes null as a value; it meant the default',
        ),
      ];
}

const nullable = (input: Input): string => `nullable = ${input.nullable}`;

/** What comes of a sensitive value is sensitive: callers' outputs and for_each refuse it. */
function sensitiveFindings(was: Input, is: Input): Finding[] {
  if (was.sensitive === is.sensitive) {
    return [];
  }
  const values = [`sensitive = ${was.sensitive}`, `sensitive = ${is.sensitive}`] as const;
  return is.sensitive
    ? [finding('input-sensitive', was.name, 'major', values, 'is hidden now, and what comes of it')]
    : [finding('input-shown', was.name, 'minor', values, 'is not hidden any more')];
}
