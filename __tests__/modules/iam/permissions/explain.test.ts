import { readInputs } from '../../../../generator/terraform-inputs';
import { catalog } from '../../../../modules/catalog';
import { permissionsOf } from '../../../../modules/iam/permissions/domain';
import { explain } from '../../../../modules/iam/permissions/explain';
import type { Grant } from '../../../../modules/iam/permissions/explain';

function granted(module: string, inputs: Readonly<Record<string, unknown>> = {}): Grant[] {
  const definition = catalog.find(({ name }) => name === module);
  if (definition === undefined) {
    throw new Error(`no module ${module}`);
  }
  return explain(permissionsOf(definition.domain), readInputs(definition, inputs));
}
const one = (grants: readonly Grant[], wanted: string): Grant | undefined =>
  grants.find(({ id }) => id === wanted);

const DOCUMENT =
  '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"*","Resource":"*"}]}';

test('what the caller adds is told as it is', () => {
  const grants = granted('hybrid-service-role', {
    additional_policy_arns: { more: 'arn:aws:iam::aws:policy/ReadOnlyAccess' },
    inline_policies: { own: DOCUMENT },
    permissions_boundary: 'arn:aws:iam::123456789012:policy/Bound',
    role_name: 'Mine',
  });

  expect(one(grants, 'additional_policy_arns')).not.toHaveProperty('managed_policy');
  expect(one(grants, 'additional_policy_arns')).toMatchObject({
    policy_arn: 'arn:aws:iam::aws:policy/ReadOnlyAccess',
    granted_to: ['role/Mine'],
  });
  expect(one(grants, 'inline_policies')?.document).toBe(DOCUMENT);
  expect(one(grants, 'permissions_boundary')?.policy_arn).toBe(
    'arn:aws:iam::123456789012:policy/Bound',
  );
});

test('it is told which inputs asked, and not what each element has', () => {
  const KEY = 'arn:aws:kms:us-east-2:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab';
  const bucket = { name: 'logs', access: 'read', encrypted: false, kms_key_arn: KEY };
  const grants = granted('hybrid-service-role', { cloudwatch_agent: true, s3_buckets: [bucket] });

  expect(one(grants, 'trust')?.because).toStrictEqual({ confused_deputy_protection: true });
  expect(one(grants, 'CloudWatchAgentServerPolicy')?.because).toStrictEqual({
    cloudwatch_agent: true,
  });
  const key = one(grants, 'decrypt_objects');
  expect(Object.keys(key?.because ?? {})).toEqual(['s3_buckets']);
  expect(key?.because.s3_buckets).toMatchObject([bucket]);
});

test('what is granted to whom', () => {
  const role = 'arn:aws-cn:iam::123456789012:role/Automation';
  const grants = granted('automation-user-access', {
    automation_role_arn: role,
    users: ['jane'],
    roles: ['ops'],
    access: null,
    pass_role_services: ['ec2.amazonaws.com'],
    partition: 'aws-cn',
  });

  expect(grants).toHaveLength(1);
  expect(grants[0]).toMatchObject({
    granted_to: ['user/jane', 'role/ops'],
    actions: ['iam:PassRole'],
    resources: [role],
    conditions: {
      StringEquals: { 'iam:PassedToService': ['ec2.amazonaws.com', 'ec2.amazonaws.com.cn'] },
    },
  });
  expect(
    granted('instance-profile', { create_role: false, existing_role_name: 'Old' }).map(
      ({ id, granted_to }) => [id, granted_to],
    ),
  ).toEqual([['AmazonSSMManagedInstanceCore', ['role/Old']]]);
});

test('a value that nobody knows keeps its placeholder', () => {
  expect(
    one(granted('automation-service-role', { path: '/a/' }), 'pass_itself')?.resources,
  ).toEqual(['arn:${partition}:iam::${account_id}:role/a/AutomationServiceRole']);
});

test.each(catalog.map((definition) => [definition.name, definition] as const))(
  'the permissions of %s have names of their own, a reason, and a page of AWS',
  (_, { domain }) => {
    const { permissions } = permissionsOf(domain);

    expect(new Set(permissions.map(({ id }) => id)).size).toBe(permissions.length);
    expect(permissions.filter(({ reason }) => reason.length < 20)).toEqual([]);
    expect(
      permissions.filter(({ see }) => !see.startsWith('https://docs.aws.amazon.com/')),
    ).toEqual([]);
  },
);
