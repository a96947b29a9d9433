import {
  ALL_REGIONS,
  MIDDLE_REGION,
  NEWEST_REGION,
  REGION_BEFORE,
  ownBuckets,
} from './cases/packing';
import { storedPolicies } from './harness/stored-policies';
import type { StoredPolicy } from './harness/stored-policies';
import { describeEndToEnd } from './harness/suite';
import { MODULES, realChanges } from './harness/workspace';
import type { Plan, Workspace } from './harness/workspace';

const OLD_REGIONS = ALL_REGIONS.filter(
  (region) => region !== NEWEST_REGION && region !== MIDDLE_REGION,
);
const OWN = ownBuckets(3, 100);

/** Nodes of some regions; `later` is called after something that changes with each revision. */
function configuration(regions: readonly string[], revision = 1): object {
  const call = (name: string): object => ({
    source: `${MODULES}/instance-profile`,
    role_name: name,
    s3_policy_name: `${name}Buckets`,
    regions,
    s3_buckets: OWN,
  });
  return {
    resource: { terraform_data: { dependency: { input: revision } } },
    module: {
      nodes: call('Nodes'),
      later: { ...call('Later'), depends_on: ['terraform_data.dependency'] },
    },
  };
}

/** What a plan does to the S3 policies of a module and their attachments: their numbers by action. */
function changesOf(plan: Plan, module: string): Record<string, number[]> {
  const byAction: Record<string, number[]> = {};
  for (const { address, change } of realChanges(plan)) {
    const [, called, type, name, key] =
      /^module\.(\w+)\.(\w+)\.(\w+)(?:\["?(\w+)"?\])?$/.exec(address) ?? [];
    if (called === module) {
      const what = `${change.actions.join(' and ')} ${type ?? ''}.${name ?? ''}`;
      (byAction[what] ??= []).push(Number(key));
    }
  }
  return byAction;
}

const POLICY = 'aws_iam_policy.s3';
const ATTACHMENT = 'aws_iam_role_policy_attachment.s3';
const upTo = (count: number, from = 1): number[] =>
  Array.from({ length: count - from + 1 }, (_, i) => i + from);

describeEndToEnd('S3 policies of regions that become more and fewer', (bench) => {
  let workspace: Workspace;
  let atFirst: Plan;
  let before: StoredPolicy[];
  const stored = async (): Promise<StoredPolicy[]> =>
    storedPolicies(bench().emulator.iam, 'NodesBuckets');
  const plan = async (regions: readonly string[], revision?: number): Promise<Plan> => {
    workspace.configure(configuration(regions, revision));
    return workspace.plan();
  };
  const applyPlan = async (): Promise<string> =>
    workspace.must('apply', '-no-color', '-input=false', 'plan.bin');

  beforeAll(async () => {
    workspace = bench().workspace(configuration(OLD_REGIONS));
    await workspace.init();
    atFirst = await workspace.plan();
    await applyPlan();
    before = await stored();
  });

  test('are of a number that is known at plan, even while the partition is not', () => {
    const unknown = realChanges(atFirst).filter(({ change }) => change.after_unknown.policy);

    expect(before.length).toBeGreaterThan(3);
    expect(unknown.map(({ address }) => address)).toEqual(
      upTo(before.length).map((key) => `module.later.${POLICY}["${key}"]`),
    );
    for (const module of ['nodes', 'later']) {
      const { [`create ${POLICY}`]: policies, [`create ${ATTACHMENT}`]: attachments } = changesOf(
        atFirst,
        module,
      );
      expect(policies).toEqual(upTo(before.length));
      expect(attachments).toEqual(upTo(before.length));
    }
  });

  describe('with the newest region, and a change in what the module depends on', () => {
    let changed: Plan;

    beforeAll(async () => {
      changed = await plan([...OLD_REGIONS, NEWEST_REGION], 2);
    });

    test('change in the last policy alone, in place', () => {
      expect(changesOf(changed, 'nodes')).toEqual({ [`update ${POLICY}`]: [before.length] });
    });

    test('are replaced nowhere while the partition is not known', () => {
      const changes = changesOf(changed, 'later');

      expect(realChanges(changed).map(({ address }) => address)).toContain(
        'terraform_data.dependency',
      );
      expect(changes[`update ${POLICY}`]).toEqual(upTo(before.length));
      expect(Object.keys(changes).filter((action) => !action.startsWith('update '))).toEqual([]);
    });
  });

  test('with a region in the middle change in place, from its own policy on', async () => {
    const neighbour = before.findIndex(({ text }) => text.includes(`aws-ssm-${REGION_BEFORE}/`));
    const changes = changesOf(await plan([...OLD_REGIONS, MIDDLE_REGION]), 'nodes');

    expect(neighbour).toBeGreaterThan(0);
    expect(Object.keys(changes)).toEqual([`update ${POLICY}`]);
    expect(Math.min(...(changes[`update ${POLICY}`] ?? []))).toBeGreaterThan(neighbour);
  });

  test('with fewer regions lose the last policies only', async () => {
    const changes = changesOf(await plan(OLD_REGIONS.slice(0, 12)), 'nodes');
    await applyPlan();
    const { length } = await stored();

    expect(length).toBeLessThan(before.length);
    expect(length).toBeGreaterThan(1);
    expect(changes).toEqual({
      [`delete ${POLICY}`]: upTo(before.length, length + 1),
      [`delete ${ATTACHMENT}`]: upTo(before.length, length + 1),
      [`update ${POLICY}`]: upTo(length),
    });
  });

  test('become one and two again, and the first stays what it is', async () => {
    const toOne = changesOf(await plan(OLD_REGIONS.slice(0, 3)), 'nodes');
    await applyPlan();
    const one = await stored();
    const toTwo = changesOf(await plan(OLD_REGIONS.slice(0, 12)), 'nodes');
    await applyPlan();
    const two = await stored();

    expect(toOne).toEqual({
      [`delete ${POLICY}`]: [2],
      [`delete ${ATTACHMENT}`]: [2],
      [`update ${POLICY}`]: [1],
    });
    expect(toTwo).toEqual({
      [`create ${POLICY}`]: [2],
      [`create ${ATTACHMENT}`]: [2],
      [`update ${POLICY}`]: [1],
    });
    expect(one.map(({ name }) => name)).toEqual(['NodesBuckets']);
    expect(two.map(({ name }) => name)).toEqual(['NodesBuckets', 'NodesBuckets-2']);
    expect([one[0]?.id, two[0]?.id]).toEqual([before[0]?.id, before[0]?.id]);
  });
});
