import { isDeepStrictEqual } from 'node:util';
import type { Input } from '../../contract/module';
import { judged, paired } from './fact';
import type { Finding } from './fact';
import { typeFindings } from './type-facts';

const finding = judged({
  'input-removed': ['major', 'is gone; who gives it is refused'],
  'input-added': ['minor', 'can be given'],
  'input-added-required': ['major', 'has to be given'],
  'input-default-added': ['minor', 'may be left out now'],
  'input-default-removed': ['major', 'has to be given now'],
  'input-default-changed': ['major', 'has another default'],
  'input-null-refused': ['major', 'takes no null any more'],
  'input-null-taken': ['minor', 'takes null now'],
  'input-null-changed': ['major', 'takes null as a value; it meant the default'],
});

/**
 * What changed between the inputs of two releases of a module.
 *
 * Credits: tfbreak BC001, BC002, BC004, BC005, RC006 and RC007, and Azure
 * Verified Modules TFNFR35 (variables 1 to 4 and 6). Where they say "risky", it is a break
 * here if an unchanged caller can see it.
 *
 * @see https://github.com/jokarl/tfbreak-core/blob/main/docs/rules.md
 * @see https://azure.github.io/Azure-Verified-Modules/spec/TFNFR35
 */
export function inputFindings(before: readonly Input[], after: readonly Input[]): Finding[] {
  const { gone, added, kept } = paired(before, after);
  return [
    ...gone.map(({ name, type }) => finding('input-removed', name, type, null)),
    ...added.map(({ name, type, required }) =>
      finding(required ? 'input-added-required' : 'input-added', name, null, type),
    ),
    ...kept.flatMap(([was, is]) => [
      ...typeFindings(was.name, was, is),
      ...defaultFindings(was, is),
      ...nullFindings(was, is),
    ]),
  ];
}

/** A default is what callers get who ask for nothing: another one changes what is planned for them. */
function defaultFindings(was: Input, is: Input): Finding[] {
  if (was.required !== is.required) {
    return was.required
      ? [finding('input-default-added', was.name, null, is.default)]
      : [finding('input-default-removed', was.name, was.default, null)];
  }
  return isDeepStrictEqual(was.default, is.default)
    ? []
    : [finding('input-default-changed', was.name, was.default, is.default)];
}

/** Null means the default where null is not taken: who passes it gets something else then. */
function nullFindings(was: Input, is: Input): Finding[] {
  if (was.nullable === is.nullable) {
    return [];
  }
  const code = was.nullable
    ? 'input-null-refused'
    : was.required
      ? 'input-null-taken'
      : 'input-null-changed';
  return [finding(code, was.name, `nullable = ${was.nullable}`, `nullable = ${is.nullable}`)];
}
