import * as expected from './cases/root-module';
import { written } from './cases/statements';
import { readAccount } from './harness/account';
import type { AccountState } from './harness/account';
import { diagnosticsIn } from './harness/messages';
import type { Diagnostic } from './harness/messages';
import { describeEndToEnd } from './harness/suite';
import { ROOT_MODULE, outputsOf, realChanges } from './harness/workspace';
import type { Workspace } from './harness/workspace';

/** A root configuration with a call of these inputs, and the other calls. */
function configuration(all: object): object {
  const module = Object.fromEntries(
    Object.entries({ all, ...expected.others }).map(([name, inputs]) => [
      name,
      { source: ROOT_MODULE, ...inputs },
    ]),
  );
  return { resource: expected.resource, module, output: outputsOf(module) };
}

describeEndToEnd('an account set up in one call', (bench) => {
  let workspace: Workspace;
  let empty: AccountState;
  let state: AccountState;
  const account = async (): Promise<AccountState> => readAccount(bench().emulator.iam);

  beforeAll(async () => {
    const { iam } = bench().emulator;
    await iam.createGroup({ GroupName: 'operators' });
    await iam.createRole({ RoleName: 'Operator', AssumeRolePolicyDocument: written() });
    empty = await account();
    workspace = bench().workspace(configuration(expected.everything));
    await workspace.init();
    await workspace.apply();
    state = await account();
  });

  test('has the roles, with what they share and what they need of each other', () => {
    const { Operator, ...roles } = state.roles;

    expect(roles).toEqual(expected.roles);
    expect([...(Operator?.attached ?? [])].sort()).toEqual([...expected.access].sort());
  });

  test('has the policies, each role of nodes its own', () => {
    expect(state.policies).toEqual(expected.policies);
  });

  test('has the people and the instance profiles', () => {
    expect(state.groups).toEqual({ operators: expected.access });
    expect(state.profiles).toEqual({
      'team-SSMInstanceProfile': { path: '/team/', roles: ['team-SSMInstanceProfile'] },
      'two-SSMInstanceProfile': { path: '/', roles: ['two-SSMInstanceProfile'] },
    });
  });

  test('tells what was made, and nothing of what was not', async () => {
    const { all, one } = (await workspace.outputs()) as Record<string, Record<string, unknown>>;
    expect(all).toMatchObject({
      automation_service_role: { role_name: 'team-AutomationServiceRole' },
      automation_user_access: { policy_arn: expected.access[0] },
      hybrid_service_role: { activation_role_name: 'team/team-SSMServiceRole' },
      instance_profile: { instance_profile_name: 'team-SSMInstanceProfile' },
    });
    expect((all?.s3_policy_arns as string[]).map((arn) => arn.split('/').at(-1))).toEqual(
      Object.keys(expected.policies)
        .filter((name) => name.includes('S3Policy'))
        .sort((a, b) => (a.replace('SSMService', '') < b.replace('SSMService', '') ? -1 : 1)),
    );
    expect(one).toEqual({
      automation_administration_role: null,
      automation_execution_role: null,
      automation_service_role: null,
      automation_user_access: null,
      default_host_management: null,
      hybrid_service_role: expect.objectContaining({ role_name: 'SSMServiceRole' }) as object,
      instance_profile: null,
      maintenance_window_role: null,
      notification_role: null,
      s3_policy_arns: [],
    });
  });

  test('plans nothing once it is applied', async () => {
    expect(realChanges(await workspace.plan())).toEqual([]);
  });

  describe('loses exactly what is switched off', () => {
    let inputs: object = expected.everything;

    test.each(
      expected.switchedOff.map(([off, left]) => [Object.keys(off).join(), off, left] as const),
    )('%s', async (_, off, left) => {
      inputs = { ...inputs, ...off };
      const before = await account();
      workspace.configure(configuration(inputs));
      await workspace.apply('-refresh=false');
      expect(await account()).toEqual(left(before));
    });
  });

  test('is as it was before, once all is destroyed', async () => {
    await workspace.destroy();
    expect(await account()).toEqual(empty);
  });
});

/** What Terraform complains of when it plans a call. */
async function complaints(workspace: Workspace): Promise<{ code: number; told: Diagnostic[] }> {
  await workspace.init();
  const { code, text } = await workspace.run('plan', '-json', '-input=false');
  return { code, told: diagnosticsIn(text) };
}

/** What is refused at plan: what the root owns, what the modules own, and inputs that do not go together. */
const REFUSED: readonly (readonly [string, object, readonly string[]])[] = [
  [
    'in the words of the module that owns the input',
    {
      automation_service_role: true,
      automation_roles: ['jane doe'],
      instance_profile: true,
      s3_buckets: [{ name: 'No_Bucket' }],
    },
    [
      'each name of s3_buckets must be 3 to 63 lower-case letters, digits, dots and hyphens, with a letter or digit at both ends, and not null; give the name, not the ARN or URL, and leave nulls out, like [for v in [...] : v if v != null] [BucketName]',
      'each of roles must be a role name of 1 to 64 letters, digits and _+=,.@-, and not null; give the name, not the ARN or path, and leave nulls out, like [for v in [...] : v if v != null] [RoleName]',
    ],
  ],
  [
    'where a role is one of AWS, which nobody can attach a policy to',
    {
      automation_service_role: true,
      automation_roles: ['SSOOperators', 'AWSReservedSSO_Operators_0123456789abcdef'],
    },
    [
      'each of roles must not begin with AWSReservedSSO_ or AWSServiceRoleFor: only AWS changes such roles; give the policy to a permission set, or name a role of your own [RoleOfAws]',
    ],
  ],
  [
    'where nothing is made that groups could use, or that could be passed',
    {
      automation_groups: ['operators'],
      automation_passes_instance_role: true,
      hybrid_service_role: true,
      path: '/a-path-that-an-activation-has-no-room-for-behind-the-others/',
    },
    [
      'automation_groups and automation_roles must be empty unless automation_service_role is true; set it, or call automation-user-access with the ARN of another role [NoAutomationRole]',
      'automation_passes_instance_role must be false unless both roles are created; set automation_service_role and instance_profile, or call automation-service-role with the ARN of another role [NoRoleToPass]',
      'path and role_name must be at most 64 characters together, without the leading "/"; shorten one, since an activation accepts no more [ActivationRoleName]',
    ],
  ],
  [
    'where the Automation role is to pass a role that is not made',
    { automation_service_role: true, automation_passes_instance_role: true },
    [
      'automation_passes_instance_role must be false unless both roles are created; set automation_service_role and instance_profile, or call automation-service-role with the ARN of another role [NoRoleToPass]',
    ],
  ],
  [
    'where roles are named and no Automation role is made',
    { automation_roles: ['Operator'], instance_profile: true },
    [
      'automation_groups and automation_roles must be empty unless automation_service_role is true; set it, or call automation-user-access with the ARN of another role [NoAutomationRole]',
    ],
  ],
];

describeEndToEnd('a call of the module for an account', (bench) => {
  /** The errors of a plan of these calls. */
  async function errors(calls: readonly object[]): Promise<(string | undefined)[]> {
    const module = Object.fromEntries(
      calls.map((inputs, i) => [`ssm_${i}`, { source: ROOT_MODULE, ...inputs }]),
    );
    const { code, told } = await complaints(bench().workspace({ module }));
    expect(code).toBe(1);
    return told
      .filter(({ severity }) => severity === 'error')
      .map(({ detail }) => detail.split('\n')[0])
      .sort();
  }

  test('is refused by Terraform where an input is misspelt', async () => {
    const misspelt = { permission_boundary: 'arn:aws:iam::aws:policy/ReadOnlyAccess' };

    expect(await errors([{ instance_profile: true, ...misspelt }])).toEqual([
      'No argument or block type is named "permission_boundary". Did you mean "permissions_boundary"?',
    ]);
  });

  test('is refused where a prefix is not one', async () => {
    expect(await errors([{ name_prefix: 'my ', instance_profile: true }])).toEqual([
      'name_prefix must be at most 32 letters, digits and _+=,.@-; give what names begin with, not an ARN or path [NamePrefix]',
    ]);
  });

  test(`is refused ${REFUSED.map(([why]) => why).join('; ')}`, async () => {
    expect(await errors(REFUSED.map(([, inputs]) => inputs))).toEqual(
      REFUSED.flatMap(([, , messages]) => messages).sort(),
    );
  });

  test('ignores a misspelt attribute of an object: the default applies', async () => {
    const s3_buckets = [{ name: 'example-own', acess: 'write' }];
    const called = { source: ROOT_MODULE, instance_profile: true, s3_buckets };
    const workspace = bench().workspace({ module: { ssm: called } });
    await workspace.init();
    const policies = realChanges(await workspace.plan()).map(({ change }) => change.after?.policy);

    expect(policies.join()).toContain('["s3:GetObject","s3:PutObject"]');
  });

  test('is planned without a warning with any one switch, and with none', async () => {
    const switches = ['automation_service_role', 'hybrid_service_role', 'instance_profile'];
    const unused = { regions: ['us-east-2'], cloudwatch_agent: true, directory_service: true };
    const calls = {
      none: { source: ROOT_MODULE, ...unused, s3_buckets: [{ name: 'example-own' }] },
      ...Object.fromEntries(switches.map((name) => [name, { source: ROOT_MODULE, [name]: true }])),
    };
    const { code, told } = await complaints(bench().workspace({ module: calls }));

    expect(told).toEqual([]);
    expect(code).toBe(0);
  });
});
