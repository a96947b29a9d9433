import { readAccount } from './harness/account';
import { describeEndToEnd } from './harness/suite';
import { MODULES, realChanges } from './harness/workspace';
import type { Plan, Workspace } from './harness/workspace';

const COUNT = 50;

/** Names as a caller with a list of accounts has them. */
const names = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, at) => `account-${String(from + at).padStart(2, '0')}`);

/** Two calls of one module beside two modules called for every name. */
const configuration = (each: readonly string[]): object => ({
  locals: { names: each },
  module: {
    first: { source: `${MODULES}/instance-profile`, role_name: 'First', regions: ['us-east-2'] },
    second: { source: `${MODULES}/instance-profile`, role_name: 'Second', regions: ['us-west-2'] },
    hybrid: {
      source: `${MODULES}/hybrid-service-role`,
      for_each: '${toset(local.names)}',
      role_name: '${each.key}-hybrid',
      tags: { account: '${each.key}' },
    },
    buckets: {
      source: `${MODULES}/s3-access-policy`,
      for_each: '${toset(local.names)}',
      policy_name: '${each.key}',
      s3_buckets: [{ name: '${each.key}' }],
    },
  },
});

/** What changes, and how: `delete module.hybrid["a"].aws_iam_role.this`. */
const changesOf = (plan: Plan): string[] =>
  realChanges(plan)
    .map(({ address, change }) => `${change.actions.join('+')} ${address}`)
    .sort();

const changesOfOne = (action: string, name: string): string[] =>
  [
    `module.buckets["${name}"].aws_iam_policy.s3["buckets"]`,
    `module.hybrid["${name}"].aws_iam_role.this`,
    `module.hybrid["${name}"].aws_iam_role_policy_attachment.managed["AmazonSSMManagedInstanceCore"]`,
  ].map((address) => `${action} ${address}`);

describeEndToEnd('many instances of a module', (bench) => {
  let workspace: Workspace;
  const account = async () => readAccount(bench().emulator.iam);

  beforeAll(async () => {
    workspace = bench().workspace(configuration(names(1, COUNT)));
    await workspace.init();
    await workspace.apply();
  });

  test('plan nothing once they are applied', async () => {
    expect(realChanges(await workspace.plan())).toEqual([]);
  });

  test('make each its own', async () => {
    const { roles, policies, profiles } = await account();
    const hybrid = names(1, COUNT).map((name) => `${name}-hybrid`);
    expect(Object.keys(roles).sort()).toEqual(['First', 'Second', ...hybrid]);
    expect(names(1, COUNT).map((name) => roles[`${name}-hybrid`]?.tags)).toEqual(
      names(1, COUNT).map((name) => ({ account: name })),
    );
    const buckets = names(1, COUNT).map((name) => `${name}-buckets`);
    const pair = ['FirstS3Policy-agent', 'SecondS3Policy-agent'];
    expect(Object.keys(policies).sort()).toEqual([...pair, ...buckets]);
    expect(JSON.stringify(policies['account-07-buckets'])).toContain('arn:aws:s3:::account-07/*');
    expect(profiles).toEqual({
      First: { path: '/', roles: ['First'] },
      Second: { path: '/', roles: ['Second'] },
    });
    expect(JSON.stringify(policies['FirstS3Policy-agent'])).not.toContain('us-west-2');
    expect(JSON.stringify(policies['SecondS3Policy-agent'])).not.toContain('us-east-2');
  });

  test('touch only the one that is taken out or added', async () => {
    const [gone = '', ...others] = names(1, COUNT + 1);
    const before = await account();
    workspace.configure(configuration(others));
    const plan = await workspace.plan();
    const added = names(COUNT + 1, COUNT + 1)[0] ?? '';
    expect(changesOf(plan)).toEqual([
      ...changesOfOne('create', added),
      ...changesOfOne('delete', gone),
    ]);
    await workspace.apply('plan.bin');
    const after = await account();
    const kept = Object.entries(before.roles).filter(([name]) => !name.startsWith(gone));
    expect(after.roles).toMatchObject(Object.fromEntries(kept));
    expect(Object.keys(after.roles)).toHaveLength(COUNT + 2);
    expect(Object.keys(after.roles)).not.toContain(`${gone}-hybrid`);
    expect(Object.keys(after.policies)).toContain(`${added}-buckets`);
  });
});
