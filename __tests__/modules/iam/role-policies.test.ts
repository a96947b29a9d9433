import { Construct } from 'constructs';
import { Reference, expr } from '../../../generator/expression';
import { attachPolicies, embedInlinePolicies } from '../../../modules/iam/role-policies';
import { blockAt } from '../../fixtures/emitted-module';
import { emittedStack } from '../../fixtures/emitted-stack';
import { temporaryFolders } from '../../fixtures/temporary-folder';

const newFolder = temporaryFolders();
const metadata = expect.any(Object) as object;
const role = expr<string>`aws_iam_role.this.id`;
const additional = new Reference<Record<string, string>>('additionalPolicyArns', 'var.arns');

describe('managed policies', () => {
  let attached: unknown;
  const { locals, resource } = emittedStack(newFolder(), (stack) => {
    attached = attachPolicies(
      new Construct(stack, 'Default'),
      role,
      expr`local.partition`,
      additional,
      {
        names: expr`["CloudWatchAgentServerPolicy"]`,
        known: ['AmazonEC2RoleforSSM', 'CloudWatchAgentServerPolicy'],
        preconditions: [{ condition: expr`var.fine`, errorMessage: 'not fine' }],
      },
    );
  });

  test('of AWS are attached by name, and a change of their ARN is ignored', () => {
    expect(resource?.aws_iam_role_policy_attachment?.managed).toEqual({
      '//': metadata,
      for_each: '${local.managed_policy_arns}',
      lifecycle: {
        ignore_changes: ['policy_arn'],
        precondition: [{ condition: '${var.fine}', error_message: 'not fine' }],
      },
      policy_arn: '${each.value}',
      role: '${aws_iam_role.this.id}',
    });
    expect(locals).toMatchObject({
      managed_policies: '${["CloudWatchAgentServerPolicy"]}',
      managed_policy_paths: {
        AmazonEC2RoleforSSM: 'service-role/AmazonEC2RoleforSSM',
        CloudWatchAgentServerPolicy: 'CloudWatchAgentServerPolicy',
      },
      managed_policy_arns:
        '${{ for name in local.managed_policies : name => "arn:${local.partition}:iam::aws:policy/${local.managed_policy_paths[name]}" }}',
    });
  });

  test('of the caller are attached under the names that were chosen', () => {
    expect(resource?.aws_iam_role_policy_attachment?.additional).toEqual({
      '//': metadata,
      for_each: '${var.arns}',
      lifecycle: {
        precondition: [
          {
            condition:
              '${!contains(keys(local.managed_policy_arns), each.key) && !contains(values(local.managed_policy_arns), each.value)}',
            error_message: expect.stringMatching(
              /^each entry of additionalPolicyArns .*\[AttachedTwice\]$/,
            ) as string,
          },
        ],
      },
      policy_arn: '${each.value}',
      role: '${aws_iam_role.this.id}',
    });
  });

  test('become one map of their ARNs', () => {
    expect(attached).toEqual(expr`local.attached_policy_arns`);
    expect(locals?.attached_policy_arns).toBe(
      '${{ for key, attachment in merge(aws_iam_role_policy_attachment.managed, aws_iam_role_policy_attachment.additional) : key => attachment.policy_arn }}',
    );
  });
});

test("the caller's inline policies are embedded under their names", () => {
  let names: unknown;
  const configuration = emittedStack(newFolder(), (stack) => {
    const documents = expr<Record<string, string>>`var.inline_policies`;
    names = embedInlinePolicies(new Construct(stack, 'Default'), role, documents);
  });

  expect(names).toEqual(expr`values(aws_iam_role_policy.inline)[*].name`);
  expect(blockAt(configuration, 'resource', 'aws_iam_role_policy', 'inline')).toEqual({
    '//': metadata,
    for_each: '${var.inline_policies}',
    name: '${each.key}',
    policy: '${trimspace(each.value)}',
    role: '${aws_iam_role.this.id}',
  });
});
