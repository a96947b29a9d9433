import { Construct } from 'constructs';
import { attaches } from '../../../modules/iam/managed-policies';
import { always, is } from '../../../modules/iam/permissions/model';
import {
  arnsByKey,
  attachAdditionalPolicies,
  attachEach,
  attachManagedPolicies,
  callersGrants,
  embedInlinePolicies,
  managedPolicies,
} from '../../../modules/iam/role-policies';
import { blockAt } from '../../fixtures/emitted-module';
import { emittedStack } from '../../fixtures/emitted-stack';
import { temporaryFolders } from '../../fixtures/temporary-folder';

const newFolder = temporaryFolders();
const metadata = expect.any(Object) as object;

/** Emits what `build` puts into a module, and tells the address that it gave back. */
function emitted<T>(build: (module: Construct) => T) {
  const addresses: T[] = [];
  const configuration = emittedStack(newFolder(), (stack) => {
    addresses.push(build(new Construct(stack, 'Default')));
  });
  return { address: addresses[0], configuration };
}

describe('AWS managed policies', () => {
  const policy = { reason: 'Why.', see: 'https://example.com' };
  const policies = [
    attaches({ ...policy, policy: 'AmazonEC2RoleforSSM' }, []),
    attaches({ ...policy, policy: 'CloudWatchAgentServerPolicy', when: [is('on', true)] }, []),
  ] as const;

  test('stand in a table by their paths, with what switches them on', () => {
    const { address, configuration } = emitted((module) =>
      managedPolicies(module, policies, (path) => `var.${path}`),
    );

    expect(address).toEqual({
      arns: 'local.managed_policy_arns',
      example: 'AmazonEC2RoleforSSM',
    });
    expect(configuration.locals).toMatchObject({
      managed_policies: {
        'service-role/AmazonEC2RoleforSSM': true,
        CloudWatchAgentServerPolicy: '${var.on}',
      },
      managed_policy_arns:
        '${{ for policy, attached in local.managed_policies : basename(policy) => "arn:${var.partition}:iam::aws:policy/${policy}" if attached }}',
    });
  });

  test('are attached by name, under conditions, and a change of their ARN is ignored', () => {
    const precondition = { condition: '${true}', errorMessage: 'never' };
    const { address, configuration } = emitted((module) =>
      attachManagedPolicies(
        module,
        'aws_iam_role.this.name',
        { arns: 'local.managed_policy_arns', example: 'AWSLambdaRole' },
        [precondition],
      ),
    );

    expect(address).toBe('aws_iam_role_policy_attachment.managed');
    expect(blockAt(configuration, 'resource', 'aws_iam_role_policy_attachment')).toEqual({
      managed: {
        '//': metadata,
        for_each: '${local.managed_policy_arns}',
        lifecycle: {
          ignore_changes: ['policy_arn'],
          precondition: [{ condition: '${true}', error_message: 'never' }],
        },
        policy_arn: '${each.value}',
        role: '${aws_iam_role.this.name}',
      },
    });
  });
});

test('a boundary is set only where the module makes the role', () => {
  const [, , boundary] = callersGrants(always('role/x'), [is('create_role', true)]);

  expect(boundary).toMatchObject({
    kind: 'boundary',
    when: [{ value: 'permissions_boundary', test: 'is-not' }, is('create_role', true)],
  });
});

test("the caller's policies are attached under the names he chose", () => {
  const { address, configuration } = emitted((module) =>
    attachAdditionalPolicies(module, 'aws_iam_role.this.name', 'var.additional_policy_arns', {
      arns: 'local.managed_policy_arns',
      example: 'AWSLambdaRole',
    }),
  );

  const failing = (condition: string, code: string): object => ({
    condition,
    error_message: expect.stringContaining(`[${code}]`) as string,
  });

  expect(address).toBe('aws_iam_role_policy_attachment.additional');
  expect(blockAt(configuration, 'resource', 'aws_iam_role_policy_attachment')).toEqual({
    additional: {
      '//': metadata,
      for_each: '${var.additional_policy_arns}',
      lifecycle: {
        precondition: [
          failing(
            '${!contains(keys(local.managed_policy_arns), each.key) && !contains(values(local.managed_policy_arns), each.value)}',
            'AttachedTwice',
          ),
        ],
      },
      policy_arn: '${each.value}',
      role: '${aws_iam_role.this.name}',
    },
  });
});

test('one attachment is made for each key of a map of resources', () => {
  const { address, configuration } = emitted((module) =>
    attachEach(module, 's3', 'local.role_name', 'aws_iam_policy.s3', 'each.value.arn'),
  );

  expect(address).toBe('aws_iam_role_policy_attachment.s3');
  expect(blockAt(configuration, 'resource', 'aws_iam_role_policy_attachment', 's3')).toEqual({
    '//': metadata,
    for_each: '${aws_iam_policy.s3}',
    policy_arn: '${each.value.arn}',
    role: '${local.role_name}',
  });
});

test("the caller's inline policies are embedded under their names", () => {
  const { address, configuration } = emitted((module) =>
    embedInlinePolicies(module, 'aws_iam_role.this.name', 'var.inline_policies'),
  );

  expect(address).toBe('aws_iam_role_policy.inline');
  expect(blockAt(configuration, 'resource', 'aws_iam_role_policy', 'inline')).toEqual({
    '//': metadata,
    for_each: '${var.inline_policies}',
    name: '${each.key}',
    policy: '${trimspace(each.value)}',
    role: '${aws_iam_role.this.name}',
  });
});

test('attachments become one map of their ARNs', () => {
  const { address, configuration } = emitted((module) => arnsByKey(module, 'a.b', 'c.d'));

  expect(address).toBe('local.attached_policy_arns');
  expect(configuration.locals).toEqual({
    attached_policy_arns:
      '${{ for key, attachment in merge(a.b, c.d) : key => attachment.policy_arn }}',
  });
});
