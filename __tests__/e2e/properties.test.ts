import { snakeCase } from '../../generator/names';
import { mistake, subject } from '../../generator/rules';
import { catalog } from '../../modules/catalog';
import { describeEndToEnd } from './harness/suite';
import type { Bench } from './harness/suite';
import { draw } from './properties/draw';
import { ownPolicyLength } from './properties/grants';
import { CORE_POLICY, RANGES } from './properties/input-sets';
import { PAST_FAILURES } from './properties/past-failures';
import { planMany } from './properties/plan-many';
import type { Case, Outcome, PlanError } from './properties/plan-many';
import { unexplained } from './properties/explained';
import { flaws } from './properties/planned-role';
import {
  LONGEST_POLICY,
  NAMES,
  attachesTooMany,
  bucketsPolicy,
  hasKnownRegions,
  isOfWrongLength,
  isWhole,
  mayBeRefused,
  namesPolicyOfAws,
  namesTwice,
  tooLong,
} from './properties/refused-at-plan';
import type { Planned } from './properties/refused-at-plan';
import { LEFT_TO_PROVIDER, leftToProvider, providersWord } from './properties/provider-words';
import { camelCase, inShort, synthVerdict } from './properties/synth-verdict';

/** Draws of each module; together more than 2,000. */
const DRAWS = Math.ceil(2010 / Object.keys(RANGES).length);

/** Another one for each run; SSM_IAM_SEED repeats one. */
const SEED = Number(process.env.SSM_IAM_SEED ?? Date.now() % 2 ** 31);

interface Judged extends Case {
  readonly mistakes: readonly string[];
  /** Whether a mistake is one of a single input, which Terraform reports before all others. */
  readonly breaksRule: boolean;
  /** What the AWS provider says of it where no rule is broken. */
  readonly leftToProvider: readonly string[];
}

/** What each rule of each input of a module says. */
const rulesOf = (module: string): Set<string> => {
  const inputs = catalog.find(({ name }) => name === module)?.inputs ?? {};
  return new Set(
    Object.keys(RANGES[module] ?? {}).flatMap((name) =>
      (inputs[camelCase(name)]?.rules ?? []).map((rule) =>
        inShort(`${mistake(subject(camelCase(name), rule), rule)} [${rule.code}]`),
      ),
    ),
  );
};

function judge(one: Case): Judged {
  const { mistakes } = synthVerdict(one.module, one.inputs);
  const rules = rulesOf(one.module);
  const breaksRule = mistakes.some((mistake) => rules.has(mistake));
  return { ...one, mistakes, breaksRule, leftToProvider: breaksRule ? [] : leftToProvider(one) };
}

const drawn: Case[] = [
  ...[...PAST_FAILURES, ...LEFT_TO_PROVIDER].map(({ module, inputs }, i) => ({
    id: `always_${i}`,
    module,
    inputs: {
      ...Object.fromEntries(
        Object.keys(RANGES[module] ?? {}).map((name) => [
          name,
          name === 'core_policy' ? CORE_POLICY : null,
        ]),
      ),
      ...inputs,
    },
  })),
  ...Object.keys(RANGES).flatMap((module) =>
    draw(module, DRAWS, SEED).map((inputs, i) => ({ id: `${module}_${i}`, module, inputs })),
  ),
];
const judged = drawn.map(judge);
const ofProvider = judged.filter((one) => one.leftToProvider.length > 0);
const ours = judged.filter((one) => one.leftToProvider.length === 0);
const accepted = ours.filter(({ mistakes }) => mistakes.length === 0);
const refused = ours.filter(({ mistakes }) => mistakes.length > 0);

const repeat = `SSM_IAM_SEED=${SEED} npx jest __tests__/e2e/properties.test.ts`;
const told = ({ told: short, text }: PlanError): string => (short === '' ? text : short);

/** Errors of Terraform, the provider or AWS, which name no input. */
const notOurs = (errors: readonly PlanError[]): string[] =>
  [
    ...new Set(
      errors.filter(({ code }) => code === undefined).map(({ text }) => `${repeat}: ${text}`),
    ),
  ].slice(0, 5);

/** How often each text is there, minus how often it should be. */
function surplus(actual: readonly string[], expected: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  actual.forEach((text) => counts.set(text, (counts.get(text) ?? 0) + 1));
  expected.forEach((text) => counts.set(text, (counts.get(text) ?? 0) - 1));
  return Object.fromEntries([...counts].filter(([, count]) => count !== 0));
}

/** What a plan tells and synth did not, with the inputs of a case that has to do with it. */
function examples(unexpected: Record<string, number>, among: readonly Judged[]): string {
  const lines = Object.entries(unexpected).map(([text, count]) => {
    const one = among.find(({ mistakes }) => mistakes.includes(text));
    return `${count > 0 ? '+' : ''}${count} ${text} ${one === undefined ? '' : JSON.stringify(one)}`;
  });
  return lines.length === 0 ? '' : [repeat, ...lines].join('\n');
}

describeEndToEnd(`the modules, with ${drawn.length} sets of inputs: ${repeat}`, (bench) => {
  test('have a range for each input of each module', () => {
    const inputs = catalog.map(({ name, inputs: declared }) => [
      name,
      Object.keys(declared).map(snakeCase).sort(),
    ]);
    const ranges = Object.entries(RANGES).map(([name, range]) => [name, Object.keys(range).sort()]);
    expect(Object.fromEntries(ranges)).toEqual(Object.fromEntries(inputs));
  });

  test('are drawn as they should be', () => {
    expect(drawn.length).toBeGreaterThanOrEqual(2000);
    expect(accepted.length).toBeGreaterThan(drawn.length / 3);
    expect(refused.length).toBeGreaterThan(drawn.length / 10);
    expect(ofProvider.length).toBeGreaterThan(10);
    expect(accepted.filter((one) => tooLong(one)).length).toBeGreaterThan(10);
  });

  test('refuse at plan what breaks a rule, in the words of synth', async () => {
    const broken = refused.filter(({ breaksRule }) => breaksRule);
    const { errors } = await planMany(bench(), broken);
    const expected = broken.flatMap(({ mistakes }) => mistakes);
    expect(examples(surplus(errors.map(told), expected), broken)).toBe('');
  });

  test('refuse at plan what does not go together', async () => {
    // a policy that is held back holds back the output that would say more
    const broken = refused.filter((one) => !one.breaksRule && !tooLong(one, NAMES));
    const { errors } = await planMany(bench(), broken);
    const expected = broken.flatMap(({ mistakes }) => mistakes);
    const missing = Object.entries(surplus(errors.map(told), expected)).filter(([, n]) => n < 0);
    expect(examples(Object.fromEntries(missing), broken)).toBe('');
    expect(notOurs(errors)).toEqual([]);
  });

  test('leave to the AWS provider what it refuses by itself', async () => {
    const { errors } = await planMany(bench(), ofProvider);
    const words = errors.filter(({ code }) => code === undefined).map(providersWord);
    const expected = ofProvider.flatMap(({ id, leftToProvider: all }) =>
      all.map((word) => `${id}: ${word}`),
    );
    expect([...new Set(words)].sort()).toEqual(expected.sort());
  });

  test('plan the others, or say why not, and grant what the inputs name and nothing else', async () => {
    // those that only a plan refuses are few: the others are planned once
    const doubtful = accepted.filter(mayBeRefused);
    const others = accepted.filter((one) => !doubtful.includes(one));
    const groups = [await settled(bench(), doubtful), await settled(bench(), others)];
    const cases = groups.flatMap((group) => group.cases);
    const planned = (one: Case) =>
      groups.flatMap((group) => group.outcome.planned.get(one.id) ?? []);
    expect(cases.filter((one) => !hasKnownRegions(one))).toEqual([]);
    expect(cases.length).toBeGreaterThan(accepted.length * 0.7);
    const wrong = cases.flatMap((one) =>
      [flaws, unexplained]
        .flatMap((judgement) => judgement(one, planned(one)))
        .map((flaw) => ({ flaw, ...one })),
    );
    expect(
      wrong.length === 0 ? '' : `${repeat}\n${JSON.stringify(wrong.slice(0, 3), null, 1)}`,
    ).toBe('');
  });
});

/** What only a plan can refuse: those that it does refuse are left out, and the others are planned anew. */
async function settled(
  bench: Bench,
  among: readonly Judged[],
): Promise<{ cases: readonly Judged[]; outcome: Outcome }> {
  let cases = among;
  let outcome: Outcome = await planMany(bench, cases);
  for (let round = 0; outcome.errors.length > 0 && round < 3; round += 1) {
    const { errors, planned } = outcome;
    const of = ({ id }: Case): Planned => planned.get(id) ?? [];
    expect(notOurs(errors)).toEqual([]);
    const lengths = cases
      .filter((one) => isOfWrongLength(one, of(one)))
      .map((one) => [one.id, bucketsPolicy(of(one))?.length, ownPolicyLength(one.inputs)]);
    expect(lengths).toEqual([]);
    const whole = cases.filter((one) => isWhole(one, of(one)));
    // outputs are come to where no resource is held back
    cases = whole.length < cases.length ? whole : cases.filter(isFine(cases, errors, of));
    outcome = await planMany(bench, cases);
  }
  expect(outcome.errors).toEqual([]);
  return { cases, outcome };
}

/** Which cases no output refuses; as many errors are told as there are others. */
function isFine(
  cases: readonly Case[],
  errors: readonly PlanError[],
  of: (one: Case) => Planned,
): (one: Case) => boolean {
  const told = (wanted: string): number => errors.filter(({ code }) => code === wanted).length;
  const isTooLong = (one: Case): boolean => (bucketsPolicy(of(one))?.length ?? 0) > LONGEST_POLICY;
  const isOfOtherRegions = (one: Case): boolean => !hasKnownRegions(one);
  const isTooMuch = (one: Case): boolean => attachesTooMany(one, of(one));
  expect(told('AttachmentCount')).toBe(cases.filter(isTooMuch).length);
  expect(told('S3PolicySize')).toBe(cases.filter(isTooLong).length);
  expect(told('AgentBucketRegion')).toBeGreaterThanOrEqual(cases.filter(isOfOtherRegions).length);
  expect(told('AttachedTwice')).toBeGreaterThanOrEqual(cases.filter(namesTwice).length);
  const isTwice = (one: Case): boolean =>
    told('AttachedTwice') > 0 && (namesTwice(one) || namesPolicyOfAws(one));
  return (one) => !isTooMuch(one) && !isTooLong(one) && !isOfOtherRegions(one) && !isTwice(one);
}
