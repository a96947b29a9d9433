import { isDeepStrictEqual } from 'node:util';
import type { Attribute, Input } from '../../contract/module';
import type { Test } from './emitted-module';
import { paired } from './fact';
import type { Finding } from './fact';
import { claimOf } from './looser-entries';
import { isLooser, withLimits } from './looser-limits';

/**
 * What changed between the tests of two releases: the rules of one input, what inputs have
 * to fulfil together, or checks. A condition that is written otherwise is a break, unless its
 * limits prove that it only takes more, or the changelog says so. Credits: tfbreak RC012 and
 * RC013, which see the number of rules and lists in `contains`.
 *
 * @param isNew whether a test is about something that no caller can have given before
 * @param claimed the codes of the rules that only take more, as the changelog says
 */
export function ruleFindings(
  before: readonly Test[],
  after: readonly Test[],
  isNew: (test: Test) => boolean,
  claimed: readonly string[],
): Finding[] {
  const gone = without(before, after);
  const added = without(after, before).filter((test) => !isNew(test));
  const { changed, left, fresh } = matched(gone, added);
  return [
    ...changed.map(([was, is]) => changedFinding(was, is, claimed)),
    ...left.map((test) => {
      const what = test.refuses ? 'demanded' : 'warned of';
      return finding('rule-removed', test, 'minor', `is not ${what} any more`);
    }),
    ...fresh.map((test) =>
      test.refuses
        ? finding('rule-added', test, 'major', 'is demanded now')
        : finding('warning-added', test, 'minor', 'is warned of now'),
    ),
  ];
}

/** The inputs of a release, and the validations of their variables. */
export interface Validated {
  readonly inputs: readonly Input[];
  readonly validations: readonly Test[];
}

/** What changed between the rules of the inputs that two releases have. */
export function validationFindings(
  before: Validated,
  after: Validated,
  claimed: readonly string[],
): Finding[] {
  return paired(before.inputs, after.inputs).kept.flatMap(([was, is]) => {
    // the same emitted module, as it is read once: only what the contract says of a test may differ
    if (before.validations === after.validations && isDeepStrictEqual(was.rules, is.rules)) {
      return [];
    }
    const known = [was.name, ...pathsOf(was.attributes).map((path) => `${was.name}.${path}`)];
    const isNew = ({ place }: Test): boolean => !known.includes(place);
    return ruleFindings(
      testsOf(was, before.validations),
      testsOf(is, after.validations),
      isNew,
      claimed,
    );
  });
}

/** The contract tells the rules in the order of the validations, and what each is about. */
const testsOf = ({ name, rules }: Input, validations: readonly Test[]): Test[] =>
  validations
    .filter(({ place }) => place === name)
    .map((test, index) => {
      const rule = rules[index]?.code === test.code ? rules[index] : undefined;
      const { attribute } = rule ?? {};
      return { ...test, rule, place: attribute === undefined ? name : `${name}.${attribute}` };
    });

/** As rules name them: those of objects in objects after the attribute that holds them. */
const pathsOf = (attributes: readonly Attribute[]): string[] =>
  attributes.flatMap(({ name, attributes: inner = [] }) => [
    name,
    ...pathsOf(inner).map((path) => `${name} ${path}`),
  ]);

/** Where a demand stands, and with which words it is refused, is the same to callers. */
const isSame = (one: Test, other: Test): boolean =>
  one.condition === other.condition && one.refuses === other.refuses;

/** Tests of a list that another has not, each as often as it is there more often. */
function without(tests: readonly Test[], others: readonly Test[]): Test[] {
  const left = [...others];
  return tests.filter((test) => {
    const at = left.findIndex((other) => isSame(test, other));
    if (at >= 0) {
      left.splice(at, 1);
    }
    return at < 0;
  });
}

interface Matched {
  readonly changed: readonly (readonly [Test, Test])[];
  readonly left: readonly Test[];
  readonly fresh: readonly Test[];
}

/** Finds for each new test that refuses the one that it replaces: of the same code, in the same place if there is one. */
function matched(gone: readonly Test[], added: readonly Test[]): Matched {
  const left = [...gone];
  const changed: (readonly [Test, Test])[] = [];
  const fresh = added.filter((test) => {
    const same = left.filter(({ code, refuses }) => code === test.code && refuses);
    const partner = same.find(({ place }) => place === test.place) ?? same[0];
    if (partner === undefined || test.code === '' || !test.refuses) {
      return true;
    }
    left.splice(left.indexOf(partner), 1);
    changed.push([partner, test]);
    return false;
  });
  return { changed, left, fresh };
}

/** What a changed condition is called, and how much it asks for. */
const VERDICTS = {
  proved: ['rule-loosened', 'minor', 'takes more'],
  claimed: ['rule-loosened', 'minor', 'takes more, as the changelog says'],
  disproved: ['rule-tightened', 'major', 'takes less'],
  open: ['rule-changed', 'major', 'is another condition: nothing proves that it takes more'],
} as const;

function changedFinding(was: Test, is: Test, claimed: readonly string[]): Finding {
  const verdict = verdictOn(was, is, claimed);
  const [code, step, what] = VERDICTS[verdict];
  return {
    subject: subjectOf(is),
    before: was.condition,
    after: is.condition,
    code,
    step,
    text: `${nameOf(is)} ${what}`,
    ...(['claimed', 'open'].includes(verdict) && { claim: claimOf(is.code) }),
  };
}

/** The limits of a rule are all that it compares with: where they differ, and only they, they decide. */
function verdictOn(was: Test, is: Test, claimed: readonly string[]): keyof typeof VERDICTS {
  const [from, to] = [was.rule?.limits, is.rule?.limits];
  const isSamePart = was.place === is.place && was.rule?.part === is.rule?.part;
  if (from !== undefined && to !== undefined && isSamePart) {
    if (isLooser(to, from)) {
      return 'disproved';
    }
    if (isLooser(from, to) && withLimits(was.condition, from, to) === is.condition) {
      return 'proved';
    }
  }
  return claimed.includes(is.code) ? 'claimed' : 'open';
}

function finding(code: string, test: Test, step: Finding['step'], what: string): Finding {
  const isGone = code === 'rule-removed';
  return {
    code,
    subject: subjectOf(test),
    step,
    before: isGone ? test.condition : null,
    after: isGone ? null : test.condition,
    text: `${nameOf(test)} ${what}`,
  };
}

const subjectOf = ({ place, code }: Test): string => (code === '' ? place : `${place} [${code}]`);
const nameOf = ({ place, code }: Test): string =>
  code === '' ? `a test of \`${place}\`` : `\`${code}\` of \`${place}\``;
