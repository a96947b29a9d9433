import { isDeepStrictEqual } from 'node:util';
import type { Output } from '../../contract/module';
import { paired } from './fact';
import type { Fact, Finding } from './fact';

/** The outputs of a release, and their expressions by name. */
export interface Outputs {
  readonly outputs: readonly Output[];
  readonly values: Readonly<Record<string, unknown>>;
}

/**
 * What changed between the outputs of two releases. Credits: tfbreak BC009 and RC011,
 * TFNFR35 (outputs 7 to 9).
 */
export function outputFindings(before: Outputs, after: Outputs): Finding[] {
  const { gone, added, kept } = paired(before.outputs, after.outputs);
  return [
    ...gone.map(({ name }) =>
      finding('output-removed', name, 'major', [name, null], 'is gone; who reads it is refused'),
    ),
    ...added.map(({ name }) => finding('output-added', name, 'minor', [null, name], 'can be read')),
    ...kept.flatMap(([was, is]) => [
      ...sensitiveFindings(was, is),
      ...valueFindings(was.name, before.values[was.name], after.values[was.name]),
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
  return {
    code,
    subject: `output.${name}`,
    step,
    before,
    after,
    text: `output \`${name}\` ${what}`,
  };
}

/** Callers' own outputs, and what they repeat over it, refuse a sensitive value. */
function sensitiveFindings(was: Output, is: Output): Finding[] {
  if (was.sensitive === is.sensitive) {
    return [];
  }
  const values = [`sensitive = ${was.sensitive}`, `sensitive = ${is.sensitive}`] as const;
  return is.sensitive
    ? [finding('output-sensitive', was.name, 'major', values, 'is hidden now')]
    : [finding('output-shown', was.name, 'minor', values, 'is not hidden any more')];
}

/** What an expression comes to is not to be seen in it: the upgrade test compares that. */
function valueFindings(name: string, was: unknown, is: unknown): Finding[] {
  return isDeepStrictEqual(was, is)
    ? []
    : [finding('output-rewritten', name, 'minor', [was, is], 'comes of another expression')];
}
