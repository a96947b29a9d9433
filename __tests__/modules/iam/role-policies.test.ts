import { Construct } from 'constructs';
import { Reference, expr } from '../../../generator/expression';
import { attaches } from '../../../modules/iam/managed-policies';
import { always, is } from '../../../modules/iam/permissions/model';
import { attachPolicies, callersGrants, managedPolicies } from '../../../modules/iam/role-policies';
import type { ManagedPolicies } from '../../../modules/iam/role-policies';
import { emittedStack } from '../../fixtures/emitted-stack';
import { temporaryFolders } from '../../fixtures/temporary-folder';

const newFolder = temporaryFolders();
const metadata = expect.any(Object) as object;
const role = expr<string>`aws_iam_role.this.id`;
const additional = new Reference<Record<string, string>>('additionalPolicyArns', 'var.arns');

const details = { reason: 'Why.', see: 'https://example.com' };
const POLICIES = [
  attaches({ ...details, policy: 'AmazonEC2RoleforSSM' }, []),
  attaches({ ...details, policy: 'CloudWatchAgentServerPolicy', when: [is('on', true)] }, []),
] as const;

describe('managed policies', () => {
  let attached: unknown;
  let policies: ManagedPolicies | undefined;
  const { locals, resource } = emittedStack(newFolder(), (stack) => {
    const module = new Construct(stack, 'Default');
    policies = managedPolicies(module, POLICIES, (path) => new Reference(path, `var.${path}`));
    attached = attachPolicies(module, role, additional, policies, [
      { condition: expr`var.fine`, errorMessage: 'not fine' },
    ]);
  });

  test('of AWS stand in a table by their paths, with what switches them on', () => {
    expect(policies?.example).toBe('AmazonEC2RoleforSSM');
    expect(locals).toMatchObject({
      managed_policies: {
        'service-role/AmazonEC2RoleforSSM': true,
        CloudWatchAgentServerPolicy: '${var.on}',
      },
      managed_policy_arns:
        '${{ for policy, attached in local.managed_policies : basename(policy) => "arn:${var.partition}:iam::aws:policy/${policy}" if attached }}',
    });
  });

  // each resource of an app says what is demanded, whichever are made
  const demanded = [
    { condition: '${var.fine}', error_message: 'not fine' },
    {
      condition:
        '${can({ for arn in concat(values(local.managed_policy_arns), values(var.arns)) : arn => arn })}',
      error_message: expect.stringMatching(/ that on attaches; .*\[AttachedTwice\]$/) as string,
    },
  ];

  test('of AWS are attached by name, and a change of their ARN is ignored', () => {
    expect(resource?.aws_iam_role_policy_attachment?.managed).toEqual({
      '//': metadata,
      for_each: '${local.managed_policy_arns}',
      lifecycle: { ignore_changes: ['policy_arn'], precondition: demanded },
      policy_arn: '${each.value}',
      role: '${aws_iam_role.this.id}',
    });
  });

  test('of the caller are attached under the names that were chosen', () => {
    expect(resource?.aws_iam_role_policy_attachment?.additional).toEqual({
      '//': metadata,
      for_each: '${var.arns}',
      lifecycle: { precondition: demanded },
      policy_arn: '${each.value}',
      role: '${aws_iam_role.this.id}',
    });
  });

  test('of AWS are given back', () => {
    expect(attached).toEqual(expr`aws_iam_role_policy_attachment.managed`);
  });
});

test('a boundary is set only where the module makes the role', () => {
  const [, , boundary] = callersGrants(always('role/x'), [is('create_role', true)]);

  expect(boundary).toMatchObject({
    kind: 'boundary',
    when: [{ value: 'permissions_boundary', test: 'is-not' }, is('create_role', true)],
  });
});
