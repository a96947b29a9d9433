import { snakeCase } from '../../generator/names';
import { mistake, subject } from '../../generator/rules';
import { catalog } from '../../modules/catalog';
import { describeEndToEnd } from './harness/suite';
import { draw } from './properties/draw';
import { RANGES } from './properties/input-sets';
import { PAST_FAILURES } from './properties/past-failures';
import { planMany } from './properties/plan-many';
import type { Case, Outcome, PlanError } from './properties/plan-many';
import { unexplained } from './properties/explained';
import { flaws } from './properties/planned-role';
import { camelCase, inShort, synthVerdict } from './properties/synth-verdict';

/** Draws of each module; together more than 2,000. */
const DRAWS = 402;

/** Another one for each run; SSM_IAM_SEED repeats one. */
const SEED = Number(process.env.SSM_IAM_SEED ?? Date.now() % 2 ** 31);

interface Judged extends Case {
  readonly mistakes: readonly string[];
  /** Whether a mistake is one of a single input, which Terraform reports before all others. */
  readonly breaksRule: boolean;
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
  return { ...one, mistakes, breaksRule: mistakes.some((mistake) => rules.has(mistake)) };
}

const drawn: Case[] = [
  ...PAST_FAILURES.map(({ module, inputs }, i) => ({
    id: `past_${i}`,
    module,
    inputs: {
      ...Object.fromEntries(Object.keys(RANGES[module] ?? {}).map((name) => [name, null])),
      ...inputs,
    },
  })),
  ...Object.keys(RANGES).flatMap((module) =>
    draw(module, DRAWS, SEED).map((inputs, i) => ({ id: `${module}_${i}`, module, inputs })),
  ),
];
const judged = drawn.map(judge);
const accepted = judged.filter(({ mistakes }) => mistakes.length === 0);
const refused = judged.filter(({ mistakes }) => mistakes.length > 0);

const repeat = `SSM_IAM_SEED=${SEED} npx jest __tests__/e2e/properties.test.ts`;
const told = ({ told: ours, text }: PlanError): string => (ours === '' ? text : ours);

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
  });

  test('refuse at plan what breaks a rule, in the words of synth', async () => {
    const broken = refused.filter(({ breaksRule }) => breaksRule);
    const { errors } = await planMany(bench(), broken);
    const expected = broken.flatMap(({ mistakes }) => mistakes);
    expect(examples(surplus(errors.map(told), expected), broken)).toBe('');
  });

  test('refuse at plan what does not go together', async () => {
    const broken = refused.filter(({ breaksRule }) => !breaksRule);
    const { errors } = await planMany(bench(), broken);
    const expected = broken.flatMap(({ mistakes }) => mistakes);
    const missing = Object.entries(surplus(errors.map(told), expected)).filter(([, n]) => n < 0);
    expect(examples(Object.fromEntries(missing), broken)).toBe('');
    expect(notOurs(errors)).toEqual([]);
  });

  test('plan the others, or say why not, and grant what the inputs name and nothing else', async () => {
    let cases = accepted;
    let outcome: Outcome = await planMany(bench(), cases);
    // what only a plan can tell: it is gone from the plan, and the others are planned anew
    for (let round = 0; outcome.errors.length > 0 && round < 3; round += 1) {
      expect(notOurs(outcome.errors)).toEqual([]);
      const { planned } = outcome;
      const { errors } = outcome;
      cases = cases.filter(
        (one) => isWhole(one, planned.get(one.id) ?? []) && !isMeant(one, errors),
      );
      outcome = await planMany(bench(), cases);
    }
    expect(outcome.errors).toEqual([]);
    expect(cases.length).toBeGreaterThan(accepted.length * 0.7);
    const wrong = cases.flatMap((one) =>
      [flaws, unexplained]
        .flatMap((judgement) => judgement(one, outcome.planned.get(one.id) ?? []))
        .map((flaw) => ({ flaw, ...one })),
    );
    expect(
      wrong.length === 0 ? '' : `${repeat}\n${JSON.stringify(wrong.slice(0, 3), null, 1)}`,
    ).toBe('');
  });
});

/** Whether an error that holds back only a part of the plan can be about the case. */
function isMeant({ inputs }: Case, errors: readonly PlanError[]): boolean {
  const given = (inputs.additional_policy_arns ?? {}) as Record<string, string>;
  return errors.some(
    ({ code }) =>
      code === 'AttachedTwice' &&
      Object.values(given).some((arn) => arn.includes('iam::aws:policy')),
  );
}

/** Whether everything is planned that a precondition can hold back. */
function isWhole({ module, inputs }: Case, planned: readonly { address: string }[]): boolean {
  const has = (part: string): boolean => planned.some(({ address }) => address.includes(part));
  const asks = ['regions', 's3_buckets'].some((name) => Object.keys(inputs[name] ?? []).length > 0);
  return (
    (!asks || has('aws_iam_policy.s3[')) &&
    (!('role_name' in inputs) || has('.managed[')) &&
    (module !== 'automation-service-role' || has('aws_iam_role_policy.own')) &&
    (module !== 'automation-user-access' || has('aws_iam_policy.pass_role'))
  );
}
