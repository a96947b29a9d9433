import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { callsIn } from './cases/calls';
import { later, made, modules, s3 } from './cases/unknown-values';
import { NEEDED } from './cases/values-needed';
import { diagnosticsIn } from './harness/messages';
import type { Diagnostic } from './harness/messages';
import { describeEndToEnd } from './harness/suite';
import type { Bench } from './harness/suite';
import { MODULES, realChanges } from './harness/workspace';
import type { Outcome, Plan, Workspace } from './harness/workspace';

describeEndToEnd('values unknown until apply', (bench) => {
  let workspace: Workspace;
  let plan: Plan;

  beforeAll(async () => {
    const provider = { aws: { s3_use_path_style: true } };
    workspace = bench().workspace({ provider, resource: made, module: modules });
    await workspace.init();
    plan = await workspace.plan();
  });

  test('plan at once, with every instance and key known', () => {
    const addresses = realChanges(plan).map(({ address }) => address);
    expect(addresses).toEqual(
      expect.arrayContaining([
        'module.added.aws_iam_instance_profile.this[0]',
        'module.added.aws_iam_policy.s3["agent"]',
        'module.added.aws_iam_policy.s3["buckets"]',
        'module.added.aws_iam_role_policy_attachment.managed["AmazonSSMManagedInstanceCore"]',
        'module.added_without_core.aws_iam_role_policy_attachment.managed["CloudWatchAgentServerPolicy"]',
        'module.automation.aws_iam_role_policy.own',
        'module.automation.aws_iam_role_policy_attachment.additional["made"]',
        'module.hybrid.aws_iam_policy.s3["buckets"]',
        'module.hybrid.aws_iam_role_policy_attachment.s3["agent"]',
        'module.hybrid.aws_iam_role_policy_attachment.s3["buckets"]',
        'module.hosts.aws_iam_role_policy_attachment.managed["AmazonSSMManagedEC2InstanceDefaultPolicy"]',
        'module.notifications.aws_iam_role_policy.own',
        'module.profile.aws_iam_role_policy_attachment.additional["made"]',
        'module.parameters.aws_iam_policy.this',
        'module.people.aws_iam_policy.this[0]',
        'module.people.aws_iam_role_policy_attachment.full_access["AutomationServiceRole"]',
        'module.s3.aws_iam_policy.s3["buckets"]',
        'module.users.aws_iam_policy.this',
        'module.windows.aws_iam_role_policy.own',
      ]),
    );
    expect(addresses).not.toContain('module.added.aws_iam_role.this[0]');
    expect(addresses.filter((one) => one.includes('added_without_core'))).toHaveLength(1);
  });

  test('apply, and then plan nothing', async () => {
    await workspace.apply();
    expect(realChanges(await workspace.plan())).toEqual([]);
  });
});

const call = callsIn(MODULES);

/** Plans some calls. */
async function planned(bench: Bench, calls: Readonly<Record<string, object>>): Promise<Outcome> {
  const workspace = bench.workspace({ resource: made, module: calls });
  await workspace.init();
  return workspace.run('plan', '-no-color', '-input=false');
}

/** Plans calls of copies of the modules, whose folders an error of Terraform names. */
async function refusals(bench: Bench): Promise<Diagnostic[]> {
  const calls = NEEDED.map(([, , unknown], i) => [`call_${i}`, { ...unknown, source: `./${i}` }]);
  const workspace = bench.workspace({
    resource: made,
    module: Object.fromEntries(calls) as object,
  });
  NEEDED.forEach(([, module], i) => {
    cpSync(join(MODULES, module), join(workspace.folder, String(i)), { recursive: true });
  });
  await workspace.init();
  const { code, text } = await workspace.run('plan', '-json', '-input=false');
  expect(code).toBe(1);
  return diagnosticsIn(text).filter(({ severity }) => severity === 'error');
}

describeEndToEnd('values that must be known at plan', (bench) => {
  let told: Diagnostic[];
  beforeAll(async () => {
    told = await refusals(bench());
  });

  test.each(NEEDED.map(([needed, module], i) => [needed, module, String(i)]))(
    '%s: unknown it fails (%s)',
    (_needed, _module, folder) => {
      const summaries = told
        .filter(({ range }) => range?.filename.split('/').at(-2) === folder)
        .map(({ summary }) => summary.replace(/for_each|count/, '...'));

      expect([...new Set(summaries)]).toEqual(['Invalid ... argument']);
    },
  );

  test('known they plan, and nothing of a bucket is one of them', async () => {
    const known = NEEDED.map(([, module, , inputs]) => call(module, inputs));
    const [own = {}] = s3.s3_buckets;
    const ofBuckets = Object.entries(own).map(([name, value]) =>
      call('instance-profile', { s3_buckets: [{ name: 'own-bucket', [name]: value }] }),
    );
    const calls = [...known, ...ofBuckets].map((one, i) => [`call_${i}`, one]);

    expect(await planned(bench(), Object.fromEntries(calls) as never)).toMatchObject({ code: 0 });
  });
});

describeEndToEnd('ARNs for sessions', (bench) => {
  test('may be unknown since Terraform 1.6', async () => {
    const workspace = bench().workspace({});
    const [, minor] =
      /"terraform_version": "1\.(\d+)/.exec(await workspace.must('version', '-json')) ?? [];
    const { code } = await planned(bench(), {
      logged: call('instance-profile', { session_log_group_arns: [later('group')] }),
      encrypted: call('hybrid-service-role', { session_kms_key_arns: ['${aws_kms_key.made.arn}'] }),
    });

    expect(code).toBe(Number(minor) < 6 ? 1 : 0);
  });
});

describeEndToEnd('an ARN that is unknown', (bench) => {
  const unknown = '${aws_iam_policy.made.arn}';

  test.each([
    ['ArnPartition', 'arn:aws-cn:iam::aws:policy/ReadOnlyAccess'],
    ['AwsPolicyPath', 'arn:aws:iam::aws:policy/service-role/AmazonSSMManagedInstanceCore'],
  ])('hides none that is refused by %s, before or behind it', async (code, wrong) => {
    const { code: exit, text } = await planned(bench(), {
      before: call('hybrid-service-role', { additional_policy_arns: { a: unknown, b: wrong } }),
      behind: call('hybrid-service-role', { additional_policy_arns: { b: wrong, c: unknown } }),
    });

    expect(exit).toBe(1);
    expect(text.replace(/[\s│]+/g, ' ').split(`[${code}]`)).toHaveLength(3);
  });
});
