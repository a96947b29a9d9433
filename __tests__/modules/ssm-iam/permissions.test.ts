import { readInputs } from '../../../generator/terraform-inputs';
import { catalog, root } from '../../../modules/catalog';
import { permissionsOf } from '../../../modules/iam/permissions/domain';
import { explain } from '../../../modules/iam/permissions/explain';

const model = permissionsOf(root.domain);

/** What is granted for given inputs of the root. */
const granted = (given: Readonly<Record<string, unknown>>) =>
  explain(model, readInputs(root, given));

test('nothing is granted until a switch asks for it', () => {
  expect(granted({})).toEqual([]);
  expect(granted({ regions: ['us-east-2'], cloudwatch_agent: true })).toEqual([]);
});

test.each([
  ['automation_service_role', 'automation-service-role'],
  ['hybrid_service_role', 'hybrid-service-role'],
  ['instance_profile', 'instance-profile'],
])('%s grants what its module does by default', (input, module) => {
  const own = catalog.find(({ name }) => name === module) ?? root;
  const alone = explain(permissionsOf(own.domain), readInputs(own, {}));

  expect(alone.length).toBeGreaterThan(1);
  expect(granted({ [input]: true }).map(({ id, address }) => [id, address])).toEqual(
    alone.map(({ id, address }) => [`${input}.${id}`, `module.${input}.${address}`]),
  );
});

test('names have the prefix, and the inputs that asked for something are those of the root', () => {
  const [grant] = granted({
    name_prefix: 'team-',
    partition: 'aws',
    s3_buckets: [{ name: 'logs', access: 'read', encrypted: false }],
    instance_profile: true,
  }).filter(({ kind }) => kind === 'statement');

  expect(grant).toMatchObject({
    id: 'instance_profile.read_buckets',
    address: 'module.instance_profile.aws_iam_policy.s3',
    resources: ['arn:aws:s3:::logs/*'],
    granted_to: ['role/team-SSMInstanceProfile'],
    because: { instance_profile: true, s3_buckets: [expect.objectContaining({ name: 'logs' })] },
  });
});

test('groups and roles that are named get access, and only those that are', () => {
  const to = (given: object): unknown[] =>
    granted({
      automation_service_role: true,
      partition: 'aws',
      account_id: '123456789012',
      ...given,
    })
      .filter(({ id }) => id.startsWith('automation_user_access.'))
      .map(({ granted_to, resources }) => [granted_to, resources]);
  const ssm = 'arn:aws:ssm:*';
  const allowed = [
    [`${ssm}:123456789012:document/*`],
    [`${ssm}::document/*`],
    [`${ssm}:123456789012:automation-execution/*`],
    ['*'],
    ['arn:aws:iam::123456789012:role/ops/AutomationServiceRole'],
  ];

  expect(to({})).toEqual([]);
  expect(to({ path: '/ops/', automation_roles: ['Operator'] })).toEqual([
    ...allowed.map((resources) => [['role/Operator'], resources]),
  ]);
  expect(to({ path: '/ops/', automation_roles: ['a'], automation_groups: ['b', 'c'] })).toEqual([
    ...allowed.flatMap((resources) => [
      [['group/b', 'group/c'], resources],
      [['role/a'], resources],
    ]),
  ]);
});

test('Automation may pass on the role of the instance profile where that is asked for', () => {
  const passing = (given: object) =>
    granted({
      partition: 'aws',
      account_id: '123456789012',
      path: '/x/',
      automation_service_role: true,
      instance_profile: true,
      ...given,
    }).find(({ id }) => id === 'automation_service_role.pass_others');

  expect(passing({})).toBeUndefined();
  expect(passing({ automation_passes_instance_role: true })).toMatchObject({
    actions: ['iam:PassRole'],
    resources: ['arn:aws:iam::123456789012:role/x/SSMInstanceProfile'],
    conditions: { StringEquals: { 'iam:PassedToService': ['ec2.amazonaws.com'] } },
    because: { automation_service_role: true, automation_passes_instance_role: true },
  });
  expect(
    passing({ automation_passes_instance_role: true, partition: 'aws-cn' })?.conditions,
  ).toEqual({
    StringEquals: { 'iam:PassedToService': ['ec2.amazonaws.com', 'ec2.amazonaws.com.cn'] },
  });
});

test('what no input of the root can ask for is not told', () => {
  const text = JSON.stringify(root.domain.data);

  expect(text).not.toContain('AmazonEC2RoleforSSM');
  expect(text).not.toContain('AmazonSSMFullAccess');
  expect(model.permissions.map(({ kind }) => kind)).not.toContain('embedded-document');
  expect(text).not.toMatch(
    /"(value|for_each)":"(inline_policies|access|core_policy|create_role|documents|users)"/,
  );
});
