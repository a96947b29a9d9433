import { isDeepStrictEqual } from 'node:util';
import type { Output } from '../../contract/module';
import { judged, paired } from './fact';
import type { Finding } from './fact';

const OUTPUT = 'output.';

const told = judged(
  {
    'output-removed': ['major', 'is gone; who reads it is refused'],
    'output-added': ['minor', 'can be read'],
    'output-rewritten': ['minor', 'comes of another expression'],
  },
  (subject) => `output \`${subject.slice(OUTPUT.length)}\``,
);

const finding: typeof told = (code, name, before, after) =>
  told(code, `${OUTPUT}${name}`, before, after);

/** The outputs of a release, and their expressions by name. */
export interface Outputs {
  readonly outputs: readonly Output[];
  readonly values: Readonly<Record<string, unknown>>;
}

/**
 * What changed between the outputs of two releases. Credits: tfbreak BC009,
 * TFNFR35 (outputs 7 and 8).
 */
export function outputFindings(before: Outputs, after: Outputs): Finding[] {
  const { gone, added, kept } = paired(before.outputs, after.outputs);
  return [
    ...gone.map(({ name }) => finding('output-removed', name, name, null)),
    ...added.map(({ name }) => finding('output-added', name, null, name)),
    ...kept.flatMap(([{ name }]) => valueFindings(name, before.values[name], after.values[name])),
  ];
}

/** What an expression comes to is not to be seen in it: the upgrade test compares that. */
function valueFindings(name: string, was: unknown, is: unknown): Finding[] {
  return isDeepStrictEqual(was, is) ? [] : [finding('output-rewritten', name, was, is)];
}
