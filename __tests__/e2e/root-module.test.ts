import { CreateGroupCommand } from '@aws-sdk/client-iam';
import * as expected from './cases/root-module';
import { readAccount } from './harness/account';
import type { AccountState } from './harness/account';
import { describeEndToEnd } from './harness/suite';
import { ROOT_MODULE, outputsOf, realChanges } from './harness/workspace';
import type { Workspace } from './harness/workspace';

/** A root configuration with the roles that these objects ask for, and the other calls. */
function configuration(objects: Readonly<Record<string, object>>): object {
  const calls = { all: { ...expected.shared, ...objects }, ...expected.others };
  const module = Object.fromEntries(
    Object.entries(calls).map(([name, inputs]) => [name, { source: ROOT_MODULE, ...inputs }]),
  );
  return { resource: expected.resource, module, output: outputsOf(module) };
}

describeEndToEnd('an account set up in one call', (bench) => {
  let workspace: Workspace;
  let empty: AccountState;
  let state: AccountState;
  const account = async (): Promise<AccountState> => readAccount(bench().emulator.iam);

  beforeAll(async () => {
    await bench().emulator.iam.send(new CreateGroupCommand({ GroupName: 'operators' }));
    empty = await account();
    workspace = bench().workspace(configuration(expected.objects));
    await workspace.init();
    await workspace.apply();
    state = await account();
  });

  test('has the roles, with what they share and what each says itself', () => {
    expect(state.roles).toEqual(expected.roles);
  });

  test('has the policies, one of them for the nodes of all roles', () => {
    expect(state.policies).toEqual(expected.policies);
  });

  test('has the people and the instance profiles', () => {
    expect(state.groups).toEqual(expected.groups);
    expect(state.profiles).toEqual({
      Web: { path: '/team/', roles: ['Web'] },
      made: { path: '/', roles: ['made'] },
    });
  });

  test('tells what was made, and nothing of what was not', async () => {
    const { all, one } = (await workspace.outputs()) as Record<string, Record<string, unknown>>;
    expect(all).toMatchObject({
      automation_service_role: { role_name: 'team-AutomationServiceRole' },
      automation_user_access: { policy_arn: expected.groups.operators[0] },
      hybrid_service_role: { activation_role_name: 'team/team-SSMServiceRole' },
      instance_profile: { role_name: 'Web', instance_profile_name: 'Web' },
      s3_policy_arns: [expect.stringMatching(/:policy\/team\/team-SSMSharedS3Policy-agent$/)],
    });
    expect(one).toEqual({
      automation_service_role: null,
      automation_user_access: null,
      hybrid_service_role: expect.objectContaining({ role_name: 'SSMServiceRole' }) as object,
      instance_profile: null,
      s3_policy_arns: [],
    });
  });

  test('plans nothing once it is applied', async () => {
    expect(realChanges(await workspace.plan())).toEqual([]);
  });

  describe('loses exactly the role that is switched off', () => {
    let objects: Readonly<Record<string, object>> = expected.objects;

    test.each(expected.switchedOff.map((one) => [one.object, one] as const))(
      '%s',
      async (name, { instead, left }) => {
        const { [name]: _, ...others } = objects;
        objects = { ...others, ...instead };
        const before = await account();
        workspace.configure(configuration(objects));
        await workspace.apply('-refresh=false');
        expect(await account()).toEqual(left(before));
      },
    );
  });

  test('is as it was before, once all is destroyed', async () => {
    await workspace.destroy();
    expect(await account()).toEqual(empty);
  });
});

interface Told {
  readonly severity: 'error' | 'warning';
  readonly summary: string;
  readonly detail: string;
}

/** What Terraform complains of when it plans a call. */
async function complaints(workspace: Workspace): Promise<{ code: number; told: Told[] }> {
  await workspace.init();
  const { code, text } = await workspace.run('plan', '-json', '-input=false');
  const lines = text
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as { diagnostic?: Told });
  return { code, told: lines.flatMap(({ diagnostic }) => diagnostic ?? []) };
}

/** What Terraform refuses to plan, all at once: what the root owns, what the modules own, and inputs that do not go together. */
const REFUSED = [
  {
    hybrid_service_role: { additional_policy_arns: { 'shared-s3-x': 'arn:aws:iam::aws:policy/X' } },
    name_prefix: 'my ',
  },
  {
    automation_service_role: {},
    automation_user_access: { users: ['jane doe'] },
    instance_profile: { role_name: 'my role', s3_buckets: [{ name: 'No_Bucket' }] },
  },
  {
    automation_user_access: { groups: ['operators'] },
    hybrid_service_role: {
      path: '/a-path-that-an-activation-has-no-room-for/',
      role_name: 'managed-servers-of-berlin',
    },
    instance_profile: { role_name: 'Managed-Servers-of-Berlin' },
  },
];
const MESSAGES = [
  [
    'each key of additional_policy_arns of hybrid_service_role must not begin with "shared-s3-"; choose another: these are the keys of the shared S3 policies [SharedPolicyKey]',
    'name_prefix must be at most 32 letters, digits and _+=,.@-; shorten it or replace the other characters [NamePrefix]',
  ],
  [
    'each name of s3_buckets must be 3 to 63 lower-case letters, digits, dots and hyphens, with a letter or digit at both ends; give the name, not the ARN or URL; names that S3 allowed in us-east-1 before March 2018 are not taken [BucketName]',
    'each of users must be a user name of 1 to 64 letters, digits and _+=,.@-; shorten it or replace the other characters [UserName]',
    'role_name must be a role name of 1 to 64 letters, digits and _+=,.@-; shorten it or replace the other characters [RoleName]',
  ],
  [
    'automation_service_role, hybrid_service_role, instance_profile must make roles of different names, upper and lower case alike; give one of them another role_name [DistinctRoleNames]',
    'automation_user_access must know the role that automations run with; switch automation_service_role on, or give the ARN of a role that exists in automation_role_arn [NoAutomationRole]',
    'path and role_name must be at most 64 characters together, without the leading "/"; shorten one: an activation takes no more [ActivationRoleName]',
  ],
];

/** Objects that cannot do without attributes when they are alone. */
const ALONE: Readonly<Record<string, object>> = {
  automation_user_access: {
    users: ['jane'],
    automation_role_arn: 'arn:aws:iam::123456789012:role/AutomationServiceRole',
  },
};

describeEndToEnd('a call of the module for an account', (bench) => {
  test.each([0, 1, 2])(
    'is refused in the words of the module that owns the input (%i)',
    async (at) => {
      const workspace = bench().workspace({
        module: { ssm: { source: ROOT_MODULE, ...REFUSED[at] } },
      });
      const { code, told } = await complaints(workspace);
      const details = told
        .filter(({ severity }) => severity === 'error')
        .map(({ detail }) => detail.split('\n')[0]);

      expect(code).toBe(1);
      expect(details.sort()).toEqual(MESSAGES[at]);
    },
  );

  test('is planned without a warning where all objects but one are null', async () => {
    const names = Object.keys(expected.objects);
    const calls = names.map((name) => [
      name,
      {
        source: ROOT_MODULE,
        ...Object.fromEntries(names.map((one) => [one, null])),
        [name]: ALONE[name] ?? {},
      },
    ]);
    const { code, told } = await complaints(
      bench().workspace({ module: Object.fromEntries(calls) as unknown }),
    );

    expect(told).toEqual([]);
    expect(code).toBe(0);
  });
});
