import { unmet } from '../../generator/requirements';
import { permissionsOf } from '../../modules/iam/permissions/domain';
import { InstanceProfile } from '../../modules/instance-profile/construct';
import { domain } from '../../modules/instance-profile/domain';
import { inputs } from '../../modules/instance-profile/inputs';
import { instanceProfile } from '../../modules/instance-profile/module';
import { requirements } from '../../modules/instance-profile/requirements';
import { EC2_TRUST } from '../fixtures/aws-documents';
import { blockAt, emittedModule } from '../fixtures/emitted-module';
import { emittedStack } from '../fixtures/emitted-stack';
import { temporaryFolders } from '../fixtures/temporary-folder';

describe('construct', () => {
  const newFolder = temporaryFolders();
  const emitted = emittedModule(instanceProfile);
  const { main } = emitted;

  describe('the trust policy', () => {
    const [ec2] = blockAt(main, 'locals', 'trust_statements') as object[];

    test('is what AWS prints, with the name of EC2 in each partition', () => {
      const [printed] = EC2_TRUST.Statement;

      expect(ec2).toEqual({
        ...printed,
        Principal: {
          Service: '${local.partition == "aws-cn" ? "ec2.amazonaws.com.cn" : "ec2.amazonaws.com"}',
        },
      });
    });

    test('has no condition: EC2 sends no source account', () => {
      expect(ec2).not.toHaveProperty('Condition');
    });
  });

  describe('in an app', () => {
    test.each([
      [{ createRole: false }, '[OneRole]'],
      [{ existingRoleName: 'existing' }, '[OneRole]'],
      [{ path: '/a*b/' }, '[Path]'],
      [{ existingRoleName: 'a b', createRole: false }, '[RoleName]'],
      [{ existingRoleName: 'AWSServiceRoleForAmazonSSM', createRole: false }, '[RoleOfAws]'],
    ])('a mistake in %j is refused', (props, code) => {
      expect(() =>
        emittedStack(newFolder(), (stack) => new InstanceProfile(stack, 'web', props)),
      ).toThrow(code);
    });
  });
});

describe('domain', () => {
  const { overview, sections } = domain;
  const told = sections.slice(sections.indexOf('## Do you need an instance profile?')).join('\n\n');

  /** What a node may do with the default policy, on everything. */
  const core = permissionsOf(domain)
    .managed_policies.AmazonSSMManagedInstanceCore?.statements.filter(
      ({ Resource }) => Resource.join() === '*',
    )
    .flatMap(({ Action }) => Action);

  test('the README begins with whether an instance profile is needed at all, and tells it below', () => {
    expect(overview).toMatch(/\(#do-you-need-an-instance-profile\)$/);
    expect(told).toContain('## Do you need an instance profile?\n\nNot always. AWS recommends');
  });

  test('what it says of the core policy stands in that policy', () => {
    const said = [...told.matchAll(/`(ssm:\w+)`/g)].map(([, action]) => action);

    expect(said).toEqual([
      'ssm:UpdateInstanceInformation',
      'ssm:GetParameter',
      'ssm:GetParameters',
    ]);
    expect(core).toEqual(expect.arrayContaining(said));
  });
});

describe('requirements', () => {
  const DEFAULTS = Object.fromEntries(
    Object.entries(inputs).map(([name, input]) => [name, input.default ?? null]),
  );
  const EXISTING = { createRole: false, existingRoleName: 'existing' };
  const codes = (props: Record<string, unknown>) =>
    unmet(requirements, { ...DEFAULTS, ...props }).map(({ code }) => code);

  test.each([
    ['a role is made', {}, []],
    ['an existing one is named', EXISTING, []],
    ['both', { existingRoleName: 'existing' }, ['OneRole']],
    ['neither', { createRole: false }, ['OneRole']],
  ])('%s: %j gives %j', (_, props, expected) => {
    expect(codes(props)).toEqual(expected);
  });

  test.each<[string, unknown]>([
    ['permissionsBoundary', 'arn:aws:iam::aws:policy/PowerUserAccess'],
    ['trustedServices', ['events.amazonaws.com']],
  ])('%s is a mistake for a role that exists: who sets it counts on it', (name, value) => {
    expect(codes({ [name]: value })).toEqual([]);
    expect(codes({ ...EXISTING, [name]: value })).toEqual(['NewRoleOnly']);
  });

  test.each<[keyof typeof inputs, unknown]>([
    ['roleName', 'Mine'],
    ['description', ''],
    ['maxSessionDuration', 7200],
    ['forceDetachPolicies', true],
  ])('%s is ignored for a role that exists, and says so', (name, value) => {
    expect(codes({ ...EXISTING, [name]: value })).toEqual([]);
    expect(inputs[name].description).toMatch(/ Ignored if `create_role` is false\.$/);
  });

  test.each<[string, unknown]>([
    ['path', '/team/'],
    ['tags', { a: 'b' }],
    ['additionalPolicyArns', { a: 'arn:aws:iam::aws:policy/ReadOnlyAccess' }],
  ])('%s is for an existing role too', (name, value) => {
    expect(codes({ ...EXISTING, [name]: value })).toEqual([]);
  });
});
