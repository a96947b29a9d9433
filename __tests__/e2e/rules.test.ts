import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalog } from '../../modules/catalog';
import { callsIn } from './cases/calls';
import { RULES } from './cases/rules';
import type { RuleCase } from './cases/rules';
import { ACCOUNT, many } from './cases/rules/rule-case';
import { diagnosticsIn } from './harness/messages';
import type { Diagnostic } from './harness/messages';
import { describeEndToEnd } from './harness/suite';
import { MODULES } from './harness/workspace';
import type { Workspace } from './harness/workspace';

/** One module call for each case, so that one plan tells of all. */
function calls(rules: readonly RuleCase[], kind: 'good' | 'bad'): Record<string, object> {
  return Object.fromEntries(
    rules.flatMap(({ module, code, [kind]: cases }, row) =>
      cases.map((inputs, i) => [`case_${row}_${code}_${i}`, callsIn(MODULES)(module, inputs)]),
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
  const ofSeverity = (wanted: string): Diagnostic[] =>
    diagnosticsIn(text).filter(({ severity }) => severity === wanted);
  return { code, errors: ofSeverity('error'), warnings: ofSeverity('warning') };
}

const codeOf = ({ detail, summary }: Diagnostic): string =>
  /\[(\w+)\]\s*(\n|$)/.exec(detail)?.[1] ?? `${summary}: ${detail}`;

const NOBODY = expect.stringMatching(/^users, groups and roles are all empty, so/) as string;

describeEndToEnd('the rules of the inputs, in a plan', (bench) => {
  test('let through what is at the limit', async () => {
    const workspace = bench().workspace({ module: calls(RULES, 'good') });
    await workspace.init();
    expect(await plan(workspace)).toMatchObject({ code: 0, errors: [] });
  });

  test('warn of the deprecated core policy, of many attachments and of a policy for nobody, and of nothing else', async () => {
    const call = (inputs: object, module = 'instance-profile'): object =>
      callsIn(MODULES)(module, inputs);
    const attaching = (count: number): object => ({
      additional_policy_arns: many(count, (i) => `arn:aws:iam::${ACCOUNT}:policy/${i}`),
    });
    const access = { automation_role_arn: `arn:aws:iam::${ACCOUNT}:role/Automation` };
    const workspace = bench().workspace({
      module: {
        old: call({ core_policy: 'AmazonEC2RoleforSSM' }),
        core: call({ core_policy: 'AmazonSSMManagedInstanceCore' }),
        ten: call({ ...attaching(8), regions: ['us-east-2'] }),
        eleven: call({ ...attaching(9), regions: ['us-east-2'] }),
        ten_of_automation: call(attaching(9), 'automation-service-role'),
        eleven_of_automation: call(attaching(10), 'automation-service-role'),
        somebody: call({ ...access, groups: ['operators'] }, 'automation-user-access'),
        nobody: call(access, 'automation-user-access'),
        nobody_with_full_access: call({ ...access, access: 'full' }, 'automation-user-access'),
      },
    });
    await workspace.init();
    const { code, warnings } = await plan(workspace);

    expect(code).toBe(0);
    expect(warnings.map(({ detail }) => detail.split(', counting those')[0]).sort()).toEqual([
      expect.stringMatching(/^AmazonEC2RoleforSSM is deprecated by AWS/),
      'the role gets more than 10 managed policies',
      'the role gets more than 10 managed policies',
      NOBODY,
      NOBODY,
    ]);
  });

  test.each([
    ['one input', RULES.filter(({ several }) => !several)],
    ['several inputs', RULES.filter(({ several }) => several)],
  ])(
    'about %s refuse what is past it, all in one plan, each with its own code',
    async (_, rules) => {
      const workspace = bench().workspace({ module: calls(rules, 'bad') });
      await workspace.init();
      const { code, errors } = await plan(workspace);
      const expected = rules.flatMap(({ bad, code, also = [] }) =>
        bad.flatMap(() => [code, ...also]),
      );
      expect(code).toBe(1);
      expect(errors.map(codeOf).sort()).toEqual(expected.sort());
    },
  );

  test('leave to the AWS provider what it refuses at plan by itself', async () => {
    const call = (inputs: object, module = 'hybrid-service-role'): object =>
      callsIn(MODULES)(module, inputs);
    const arn = `arn:aws:iam::${ACCOUNT}:role/x`;
    const regions = ['us-east-2'];
    const document = JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Deny' }] });
    const workspace = bench().workspace({
      module: {
        short: call({ max_session_duration: 3599 }),
        long: call({ max_session_duration: 43201 }),
        broken: call({ max_session_duration: 3600.5 }),
        verbose: call({ description: `${'é'.repeat(500)}a` }),
        quoted: call({ description: '\u201cx\u201d' }),
        role: call({ role_name: arn }),
        long_role: call({ role_name: 'x'.repeat(65) }),
        profile: call({ instance_profile_name: arn }, 'instance-profile'),
        inline: call({ inline_policies: { 'a b': document } }),
        s3: call({ s3_policy_name: arn, regions }),
        long_s3: call({ policy_name: 'x'.repeat(123), regions }, 's3-access-policy'),
        people: call({ policy_name: 'a b', automation_role_arn: arn }, 'automation-user-access'),
        fine: call({ max_session_duration: 43200, description: 'é'.repeat(500) }),
      },
    });
    await workspace.init();
    const { errors } = await plan(workspace);
    const name = 'invalid value for name (must match [\\w+=,.@-])';

    expect(errors.map(({ summary }) => summary.slice(0, 60)).sort()).toEqual([
      'Attribute must be a whole number, got 3600.5',
      'expected length of description to be in the range (0 - 1000), got'.slice(0, 60),
      'expected length of name to be in the range (1 - 128), got xx',
      'expected length of name to be in the range (1 - 64), got xxx',
      'expected max_session_duration to be in the range (3600 - 432',
      'expected max_session_duration to be in the range (3600 - 432',
      'invalid value for description (cannot contain specially form',
      ...[name, name, name, name, name],
    ]);
  });

  test('say the input, what must hold and the way out; Terraform says the value', async () => {
    const profile = callsIn(MODULES)('instance-profile', { permissions_boundary: 'my policy' });
    const workspace = bench().workspace({ module: { profile } });
    await workspace.init();
    const { errors } = await plan(workspace);
    const of = (code: string): Diagnostic | undefined =>
      errors.find((error) => codeOf(error) === code);
    expect(of('PolicyArn')?.detail).toContain(
      'permissions_boundary must be the ARN of an IAM policy; copy it from the policy, like "arn:aws:iam::123456789012:policy/Boundary", or null for none [PolicyArn]',
    );
    expect(of('PolicyArn')?.snippet?.values).toContainEqual({
      traversal: 'var.permissions_boundary',
      statement: 'is "my policy"',
    });
  });

  test('have a case at the limit and one past it for each rule of each module', () => {
    const codes = catalog.flatMap(({ inputs }) =>
      Object.values(inputs).flatMap(({ rules }) => rules.map(({ code }) => code)),
    );

    expect(untested(codes, false)).toEqual([]);
  });

  test('have the same for each precondition in the committed modules', () => {
    const codes = catalog.flatMap(({ name }) => preconditionCodes(name));

    expect(codes.length).toBeGreaterThan(20);
    expect(untested(codes, true)).toEqual([]);
  });
});

/** Codes without a case of their kind that is let through, or without one that is refused. */
function untested(codes: readonly string[], severalInputs: boolean): string[] {
  const ofKind = RULES.filter(({ several }) => several === severalInputs);
  return [...new Set(codes)].filter((code) => {
    const cases = ofKind.filter((rule) => rule.code === code);
    return !cases.some(({ good }) => good.length > 0) || !cases.some(({ bad }) => bad.length > 0);
  });
}

interface Guarded {
  readonly precondition?: readonly { readonly error_message: string }[];
}

function preconditionCodes(module: string): string[] {
  const [main, outputs] = ['main', 'outputs'].map((name) =>
    readFileSync(join(MODULES, module, `${name}.tf.json`), 'utf8'),
  ) as [string, string];
  const { resource } = JSON.parse(main) as {
    resource: Record<string, Record<string, { lifecycle?: Guarded }>>;
  };
  const { output } = JSON.parse(outputs) as { output: Record<string, Guarded> };
  return [
    ...Object.values(resource)
      .flatMap((byName) => Object.values(byName))
      .map(({ lifecycle }) => lifecycle),
    ...Object.values(output),
  ]
    .flatMap((guarded) => guarded?.precondition ?? [])
    .map(({ error_message }) => /\[(\w+)\]$/.exec(error_message)?.[1] ?? error_message);
}
