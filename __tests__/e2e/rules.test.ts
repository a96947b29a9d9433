import { catalog } from '../../modules/catalog';
import { RULES } from './cases/rules';
import type { RuleCase } from './cases/rules';
import { describeEndToEnd } from './harness/suite';
import { MODULES } from './harness/workspace';
import type { Workspace } from './harness/workspace';

interface Diagnostic {
  readonly severity: string;
  readonly summary: string;
  readonly detail: string;
}

/** One module call for each case, so that one plan tells of all. */
function calls(rules: readonly RuleCase[], kind: 'good' | 'bad'): Record<string, object> {
  return Object.fromEntries(
    rules.flatMap(({ module, code, [kind]: cases }, row) =>
      cases.map((inputs, i) => [
        `case_${row}_${code}_${i}`,
        { source: `${MODULES}/${module}`, ...inputs },
      ]),
    ),
  );
}

interface Verdict {
  readonly code: number;
  readonly errors: readonly Diagnostic[];
  readonly warnings: readonly Diagnostic[];
}

async function plan(workspace: Workspace): Promise<Verdict> {
  const { code, text } = await workspace.run('plan', '-json', '-input=false');
  const diagnostics = text
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as { diagnostic?: Diagnostic })
    .flatMap(({ diagnostic }) => (diagnostic === undefined ? [] : [diagnostic]));
  const ofSeverity = (wanted: string): Diagnostic[] =>
    diagnostics.filter(({ severity }) => severity === wanted);
  return { code, errors: ofSeverity('error'), warnings: ofSeverity('warning') };
}

const codeOf = ({ detail, summary }: Diagnostic): string =>
  /\[(\w+)\]\s*(\n|$)/.exec(detail)?.[1] ?? `${summary}: ${detail}`;

describeEndToEnd('the rules of the inputs, in a plan', (bench) => {
  test('let through what is at the limit', async () => {
    const workspace = bench().workspace({ module: calls(RULES, 'good') });
    await workspace.init();
    expect(await plan(workspace)).toMatchObject({ code: 0, errors: [] });
  });

  test('warn of the deprecated core policy and of no other', async () => {
    const call = (core_policy: string): object => ({
      source: `${MODULES}/instance-profile`,
      role_name: core_policy,
      core_policy,
    });
    const workspace = bench().workspace({
      module: { old: call('AmazonEC2RoleforSSM'), core: call('AmazonSSMManagedInstanceCore') },
    });
    await workspace.init();
    const { code, warnings } = await plan(workspace);
    expect({ code, count: warnings.length }).toEqual({ code: 0, count: 1 });
    expect(warnings[0]?.detail).toMatch(/^AmazonEC2RoleforSSM is deprecated by AWS/);
  });

  test.each([
    ['one input', RULES.filter((rule) => rule.several !== true)],
    ['several inputs', RULES.filter((rule) => rule.several === true)],
  ])(
    'about %s refuse what is past it, all in one plan, each with its own code',
    async (_, rules) => {
      const workspace = bench().workspace({ module: calls(rules, 'bad') });
      await workspace.init();
      const { code, errors } = await plan(workspace);
      const expected = rules.flatMap((rule) => rule.bad.map(() => rule.code));
      expect(code).toBe(1);
      expect(errors.map(codeOf).sort()).toEqual(expected.sort());
    },
  );

  test('say the input, the value and the way out', async () => {
    const call = { source: `${MODULES}/instance-profile`, role_name: 'my role' };
    const workspace = bench().workspace({ module: { profile: call } });
    await workspace.init();
    const { errors } = await plan(workspace);
    expect(errors[0]?.detail).toContain(
      'role_name must be a role name of 1 to 64 letters, digits and _+=,.@-, got "my role"; shorten it or replace the other characters [RoleName]',
    );
  });

  test('have a case for each rule of each module', () => {
    const codes = catalog.flatMap(({ inputs }) =>
      Object.values(inputs).flatMap(({ rules }) => rules.map(({ code }) => code)),
    );
    const tested = new Set(RULES.map(({ code }) => code));
    expect([...new Set(codes)].filter((code) => !tested.has(code))).toEqual([]);
  });
});
