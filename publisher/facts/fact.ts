/** How much a change asks of a version, smallest first. `none`: nothing changed. */
export const STEPS = ['none', 'patch', 'minor', 'major'] as const;
export type Step = (typeof STEPS)[number];

/** One thing that is otherwise than in the last release. */
export interface Fact {
  /** Name of the module. */
  readonly module: string;
  /** The kind of change, like `input-removed`; it never changes its name. */
  readonly code: string;
  /** What it is about: an input or a part of it, an output, an address, a permission. */
  readonly subject: string;
  readonly step: Exclude<Step, 'none'>;
  /** How it was; null: it was not there. */
  readonly before: unknown;
  /** How it is; null: it is gone. */
  readonly after: unknown;
  /** One line for people. */
  readonly text: string;
  /** What an entry of the changelog ends with where this is a minor change for it, like `(looser: RoleName)`; absent: no entry decides. */
  readonly claim?: string;
}

/** A change of what a module grants. */
export interface PermissionFact extends Fact {
  /** Whether the permission is there with the defaults of all inputs; the text says in which cases a part of it is. */
  readonly by_default: boolean;
}

/** All changes between two releases. */
export interface Facts {
  readonly interface: readonly Fact[];
  readonly permissions: readonly PermissionFact[];
}

/** A fact before it is said of which module it is one. */
export type Finding = Omit<Fact, 'module'>;
export type PermissionFinding = Omit<PermissionFact, 'module'>;

/** How much a kind of change asks for, and what is said of its subject. */
export type Verdict = readonly [step: Finding['step'], words: string];

/**
 * Makes findings of the kinds that some verdicts name.
 *
 * @param verdicts by their codes
 * @param called what a subject is called in words
 */
export const judged =
  <C extends string>(
    verdicts: Readonly<Record<C, Verdict>>,
    called: (subject: string) => string = (subject) => `\`${subject}\``,
  ) =>
  (code: C, subject: string, before: unknown, after: unknown): Finding => {
    const [step, words] = verdicts[code];
    return { code, subject, step, before, after, text: `${called(subject)} ${words}` };
  };

/** The largest of some steps. */
export function largest(steps: readonly Step[]): Step {
  const indexes = steps.map((step) => STEPS.indexOf(step));
  return STEPS[Math.max(0, ...indexes)] ?? 'none';
}

/** The step that all facts together ask for. */
export const stepOf = (facts: Facts): Step =>
  largest([...facts.interface, ...facts.permissions].map(({ step }) => step));

/** Elements of two lists with one name: those that are gone, those that are new, those that stayed. */
export function paired<T extends { readonly name: string }>(
  before: readonly T[],
  after: readonly T[],
): {
  readonly gone: readonly T[];
  readonly added: readonly T[];
  readonly kept: readonly (readonly [T, T])[];
} {
  const was = new Map(before.map((one) => [one.name, one]));
  const is = new Map(after.map((one) => [one.name, one]));
  return {
    gone: before.filter(({ name }) => !is.has(name)),
    added: after.filter(({ name }) => !was.has(name)),
    kept: before.flatMap((one) => {
      const other = is.get(one.name);
      return other === undefined ? [] : [[one, other] as const];
    }),
  };
}
