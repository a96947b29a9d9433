import { TRUST_EC2, awsPolicy } from './cases/account';
import { readAccount } from './harness/account';
import type { AccountState } from './harness/account';
import { describeEndToEnd } from './harness/suite';
import type { Bench } from './harness/suite';
import { MODULES, outputsOf, realChanges } from './harness/workspace';
import type { Workspace } from './harness/workspace';

const CORE = awsPolicy('AmazonSSMManagedInstanceCore');
const CLOUDWATCH = awsPolicy('CloudWatchAgentServerPolicy');

/** A role that instances have already, with the core policy, made by other hands than Terraform's. */
async function makeRole({ emulator: { iam } }: Bench, RoleName: string): Promise<void> {
  const AssumeRolePolicyDocument = JSON.stringify(TRUST_EC2);
  await iam.createRole({ RoleName, AssumeRolePolicyDocument });
  await iam.attachRolePolicy({ RoleName, PolicyArn: CORE });
}

/** The EC2 console makes a profile of the same name with a role. */
async function makeRoleInConsole(bench: Bench, name: string): Promise<void> {
  const profile = { InstanceProfileName: name };
  const { iam } = bench.emulator;
  await makeRole(bench, name);
  await iam.createInstanceProfile(profile);
  await iam.addRoleToInstanceProfile({ ...profile, RoleName: name });
}

/** Calls of the module, which adds to roles that exist, by their names. */
const added = (inputs: Readonly<Record<string, object>>): object => {
  const module = Object.fromEntries(
    Object.entries(inputs).map(([name, given]) => [
      name,
      {
        source: `${MODULES}/instance-profile`,
        create_role: false,
        existing_role_name: name,
        ...given,
      },
    ]),
  );
  return { module, output: outputsOf(module) };
};

describeEndToEnd('a role that somebody else made', (bench) => {
  const account = async (): Promise<AccountState> => readAccount(bench().emulator.iam);

  /** Applies, after which there is nothing left to do. */
  async function applied(workspace: Workspace): Promise<AccountState> {
    await workspace.apply();
    expect(realChanges(await workspace.plan())).toEqual([]);
    return account();
  }

  test('keeps the core policy that it had only if core_policy was null when the module came', async () => {
    const [without, cloudwatch_agent] = [{ core_policy: null }, true];
    const names = ['Kept', 'Lost', 'Changed'];
    for (const name of names) {
      await makeRole(bench(), name);
    }
    const before = await account();
    const workspace = bench().workspace(
      added({
        Kept: { ...without, cloudwatch_agent },
        Lost: { cloudwatch_agent },
        Changed: { cloudwatch_agent },
      }),
    );
    await workspace.init();
    const called = await applied(workspace);
    workspace.configure(added({ Changed: without }));
    const after = await applied(workspace);

    expect(names.map((name) => called.roles[name]?.attached)).toEqual(
      names.map(() => [CORE, CLOUDWATCH].sort()),
    );
    expect(after.roles.Kept?.attached).toEqual([CORE]);
    expect(after.roles.Lost?.attached).toEqual([]);
    expect(after.roles.Changed?.attached).toEqual([]);
    expect(after.roles.Kept).toEqual(before.roles.Kept);
    expect(after.profiles).toEqual(before.profiles);
  });

  describe('in the EC2 console, with a profile of its name', () => {
    const profiles = { Console: { path: '/', roles: ['Console'] } };

    beforeAll(async () => {
      await bench().emulator.reset();
      await makeRoleInConsole(bench(), 'Console');
    });

    test('gets permissions and no second profile', async () => {
      const workspace = bench().workspace(added({ Console: { cloudwatch_agent: true } }));
      await workspace.init();
      const { profiles: held, roles } = await applied(workspace);
      const { Console: outputs } = await workspace.outputs();

      expect(held).toEqual(profiles);
      expect(roles.Console?.attached).toEqual([CORE, CLOUDWATCH].sort());
      expect(outputs).toMatchObject({
        role_name: 'Console',
        instance_profile_name: null,
        instance_profile_arn: null,
      });
      await workspace.destroy();
      expect((await account()).profiles).toEqual(profiles);
    });

    test('gets no second profile of that name either where one is asked for', async () => {
      const asked = { core_policy: null, create_instance_profile: true };
      const workspace = bench().workspace(added({ Console: asked }));
      await workspace.init();
      const { code, text } = await workspace.run('apply', '-no-color', '-auto-approve');

      expect(code).toBe(1);
      expect(text).toContain('EntityAlreadyExists');
      expect((await account()).profiles).toEqual(profiles);
    });

    test('gets one of another name where that is asked for', async () => {
      const asked = { core_policy: null, instance_profile_name: 'Second' };
      const Console = { ...asked, create_instance_profile: true };
      const workspace = bench().workspace(added({ Console }));
      await workspace.init();
      const { profiles: held } = await applied(workspace);

      expect(held).toEqual({
        ...profiles,
        Second: { path: '/', roles: ['Console'] },
      });
    });
  });
});
