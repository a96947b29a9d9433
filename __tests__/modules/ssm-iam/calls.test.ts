import { readInputs } from '../../../generator/terraform-inputs';
import { catalog, root } from '../../../modules/catalog';
import { calledWith } from '../../../modules/ssm-iam/called-with';
import { CALLS, callsOf, defaultOf } from '../../../modules/ssm-iam/calls';
import type { Source } from '../../../modules/ssm-iam/calls';
import { inputs } from '../../../modules/ssm-iam/inputs';

describe('calls', () => {
  const calls = callsOf(catalog);
  const sources = calls.flatMap(({ called, inputs: given }) =>
    Object.entries(given).map(([input, source]): [string, string, Source] => [
      called.name,
      input,
      source,
    ]),
  );

  test('the roles of the catalog, and who runs automations, are called', () => {
    expect(calls.map(({ called }) => called.name)).toEqual([
      'automation-administration-role',
      'automation-execution-role',
      'automation-service-role',
      'automation-user-access',
      'default-host-management',
      'hybrid-service-role',
      'instance-profile',
      'maintenance-window-role',
      'notification-role',
    ]);
  });

  test('a catalog that lacks one of them is no catalog', () => {
    expect(() => callsOf([])).toThrow('the catalog has no automation-administration-role');
  });

  test.each(sources)('%s has the input %s, and what it gets', (module, input, source) => {
    const called = catalog.find(({ name }) => name === module);

    expect(called?.inputs).toHaveProperty(input);
    if ('input' in source) {
      expect(called?.inputs[input]?.type.constraint).toBe(inputs[source.input].type.constraint);
    } else if ('prefixed' in source) {
      expect(called?.inputs[input]?.default).toMatch(/^[A-Za-z0-9-]+$/);
    } else {
      const [of, constraint] =
        'roleOf' in source ? [source.roleOf, 'string'] : [source.rolesOf, 'set(string)'];
      expect(CALLS[of]?.inputs).toHaveProperty('roleName');
      expect(called?.inputs[input]?.type.constraint).toBe(constraint);
    }
  });

  test('a module gets whatever this one has under the same name', () => {
    const left = calls.flatMap(({ called, inputs: given }) =>
      Object.keys(inputs)
        .filter((input) => input in called.inputs && !(input in given))
        // what AWS knows by name and path keeps both
        .filter((input) => input !== 'path' || 'roleName' in given || 'policyName' in given)
        .map((input) => `${called.name}: ${input}`),
    );

    expect(left).toEqual([]);
  });

  test('every input does something', () => {
    const used = Object.values(CALLS).flatMap(({ onlyIf, forAnyOf = [], inputs: given }) => [
      onlyIf,
      ...forAnyOf,
      ...Object.values(given).flatMap((source) =>
        'input' in source ? [source.input] : 'rolesOf' in source ? [source.onlyIf] : ['namePrefix'],
      ),
    ]);

    expect(Object.keys(inputs).filter((input) => !used.includes(input))).toEqual([]);
  });

  test('a name is the default of its module', () => {
    const [role] = calls.filter(({ called }) => called.name === 'automation-service-role');

    expect(role === undefined ? '' : defaultOf(role.called, 'roleName')).toBe(
      'AutomationServiceRole',
    );
  });
});

describe('called with', () => {
  type Values = Readonly<Record<string, unknown>>;

  /** Module => what it is called with, for inputs that are fine. */
  const called = (given: Values): Record<string, Values> =>
    Object.fromEntries(
      calledWith(callsOf(catalog))(readInputs(root, given)).map(([{ name }, values]) => [
        name,
        values,
      ]),
    );

  test('nothing is called until a switch asks for it', () => {
    expect(called({ regions: ['us-east-2'], cloudwatch_agent: true, path: '/nowhere/' })).toEqual(
      {},
    );
  });

  test('a module gets what is passed on, and names behind the prefix', () => {
    const given = {
      name_prefix: 'team-',
      path: '/team/',
      regions: ['us-east-2'],
      tags: { Team: 'a' },
    };

    expect(called({ ...given, instance_profile: true })).toEqual({
      'instance-profile': {
        role_name: 'team-SSMInstanceProfile',
        path: '/team/',
        permissions_boundary: null,
        partition: null,
        tags: { Team: 'a' },
        regions: ['us-east-2'],
        s3_buckets: [],
        cloudwatch_agent: false,
        directory_service: false,
      },
    });
  });

  test('people get access to a role that is made, if there are any', () => {
    const given = { automation_service_role: true };

    expect(Object.keys(called(given))).toEqual(['automation-service-role']);
    expect(called({ ...given, automation_roles: ['Operator'] })['automation-user-access']).toEqual({
      account_id: null,
      policy_name: 'SSMAutomationPassRole',
      automation_role_arn: 'arn:aws:iam::123456789012:role/Example',
      groups: [],
      roles: ['Operator'],
      path: '/',
      partition: null,
      tags: {},
    });
  });

  test.each(['aws-us-gov', 'aws-cn'])(
    'their access is in the partition of the role: %s',
    (partition) => {
      const given = { automation_service_role: true, automation_groups: ['ops'], partition };

      expect(called(given)['automation-user-access']).toMatchObject({
        automation_role_arn: `arn:${partition}:iam::123456789012:role/Example`,
      });
    },
  );

  test('the roles of Automation over accounts keep the names by which they know each other', () => {
    const given = {
      name_prefix: 'team-',
      path: '/team/',
      automation_administration_role: true,
      automation_administration_account_id: '210987654321',
    };
    const common = { account_id: null, partition: null, permissions_boundary: null, tags: {} };

    expect(called(given)).toEqual({
      'automation-administration-role': common,
      'automation-execution-role': { ...common, administration_account_id: '210987654321' },
    });
  });

  test('topics ask for the role that notifies them, and a switch for Default Host Management', () => {
    const topics = ['arn:aws:sns:us-east-2:123456789012:example'];
    const both = called({ notification_topic_arns: topics, default_host_management: true });

    expect(both).toMatchObject({ 'notification-role': { topic_arns: topics } });
    expect(Object.keys(both)).toEqual(['default-host-management', 'notification-role']);
    expect(called({ notification_topic_arns: [] })).toEqual({});
  });

  test('what a module would refuse at plan is refused in its words, all at once', () => {
    const given = {
      automation_service_role: true,
      automation_groups: ['our operators'],
      hybrid_service_role: true,
      instance_profile: true,
      s3_buckets: [{ name: 'No_Bucket' }],
    };

    expect(() => called(given)).toThrow(/^2 inputs are wrong:\n {2}each of groups must be a group/);
    expect(() => called(given)).toThrow(/\n {2}each name of s3_buckets must be .*\[BucketName\]\n/);
  });

  test('what inputs demand of each other is refused as well', () => {
    const given = { hybrid_service_role: true, path: `/${'a'.repeat(60)}/` };

    expect(() => called(given)).toThrow('[ActivationRoleName]');
    expect(() =>
      called({ regions: ['cn-north-1'], partition: 'aws', instance_profile: true }),
    ).toThrow(/regions .* partition/);
  });
});
