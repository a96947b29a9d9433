import type { Test } from './emitted-module';
import type { Finding } from './fact';
import { isLooser } from './looser-limits';
import { restOf } from './rest-of-condition';

/**
 * What changed between the tests of two releases: the rules of one input, what inputs have
 * to fulfil together, or checks. A condition that is written otherwise counts as tightened
 * unless it is a rule of which only the limits are others, and wider. Credits: tfbreak RC012 and RC013, which see the
 * number of rules and lists in `contains`.
 *
 * @param isNew whether a test is about something that no caller can have given before
 */
export function ruleFindings(
  before: readonly Test[],
  after: readonly Test[],
  isNew: (test: Test) => boolean,
): Finding[] {
  const gone = without(before, after);
  const added = without(after, before).filter((test) => !isNew(test));
  const { changed, left, fresh } = matched(gone, added);
  return [
    ...changed.map(([was, is]) => changedFinding(was, is)),
    ...left.map((test) => finding('rule-removed', test, 'minor', 'is not demanded any more')),
    ...fresh.map((test) =>
      test.refuses
        ? finding('rule-added', test, 'major', 'is demanded now')
        : finding('warning-added', test, 'minor', 'is warned of now'),
    ),
  ];
}

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

/** Finds for each new test the one that it replaces: of the same code, in the same place if there is one. */
function matched(gone: readonly Test[], added: readonly Test[]): Matched {
  const left = [...gone];
  const changed: (readonly [Test, Test])[] = [];
  const fresh = added.filter((test) => {
    const same = left.filter(({ code, refuses }) => code === test.code && refuses === test.refuses);
    const partner = same.find(({ place }) => place === test.place) ?? same[0];
    if (partner === undefined || test.code === '') {
      return true;
    }
    left.splice(left.indexOf(partner), 1);
    changed.push([partner, test]);
    return false;
  });
  return { changed, left, fresh };
}

function changedFinding(was: Test, is: Test): Finding {
  const shared = { subject: subjectOf(is), before: was.condition, after: is.condition };
  if (!is.refuses) {
    return {
      ...shared,
      code: 'warning-changed',
      step: 'minor',
      text: `${nameOf(is)} warns otherwise`,
    };
  }
  return isLoosened(was, is)
    ? { ...shared, code: 'rule-loosened', step: 'minor', text: `${nameOf(is)} takes more` }
    : {
        ...shared,
        code: 'rule-tightened',
        step: 'major',
        text: `${nameOf(is)} may take less: nothing shows that it takes more`,
      };
}

function isLoosened(was: Test, is: Test): boolean {
  const [from, to] = [was.rule?.limits, is.rule?.limits];
  if (from === undefined || to === undefined || !isLooser(from, to)) {
    return false;
  }
  const rest = restOf(was.condition, from);
  return (
    was.place === is.place &&
    was.rule?.part === is.rule?.part &&
    rest !== undefined &&
    rest === restOf(is.condition, to)
  );
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
