import { bind } from '../../../generator/bind';
import { expr } from '../../../generator/expression';
import { attachToPeople, createPolicyForPeople, policyInputs } from '../../../modules/iam/people';
import { emittedStack } from '../../fixtures/emitted-stack';
import { temporaryFolders } from '../../fixtures/temporary-folder';

const newFolder = temporaryFolders();
const inputs = policyInputs({ policyName: 'Example', may: 'do something' });
const KINDS = ['user', 'group', 'role'];

const emitted = (build: (scope: never, ref: never) => void) =>
  emittedStack(newFolder(), (stack) => {
    build(stack as never, bind(stack, inputs, { users: ['jane'] }, []) as never);
  });

test('users, groups and roles each have the policy by an attachment of their own', () => {
  const { resource } = emitted((scope, ref) => {
    createPolicyForPeople(scope, ref, { description: 'x', content: expr`local.content` });
  }) as { resource: Record<string, Record<string, object>> };

  KINDS.forEach((kind) => {
    expect(resource[`aws_iam_${kind}_policy_attachment`]).toMatchObject({
      this: { [kind]: '${each.key}', policy_arn: '${aws_iam_policy.this.arn}' },
    });
  });
});

test('nobody has what is not wanted', () => {
  const { resource } = emitted((scope, ref) => {
    attachToPeople(scope, 'more', ref, { policyArn: 'arn' }, expr`var.more`);
  }) as { resource: Record<string, Record<string, { for_each: string }>> };

  KINDS.forEach((kind) => {
    expect(resource[`aws_iam_${kind}_policy_attachment`]?.more?.for_each).toMatch(
      /^\$\{var\.more \? .* : toset\(\[\]\)\}$/,
    );
  });
});

test('a policy that may not be there has its address in a list, and nobody has it then', () => {
  const { resource } = emitted((scope, ref) => {
    createPolicyForPeople(scope, ref, {
      description: 'x',
      content: expr`local.content`,
      wanted: expr`var.some`,
    });
  }) as { resource: Record<string, Record<string, object>> };

  expect(resource.aws_iam_policy).toMatchObject({ this: { count: '${var.some ? 1 : 0}' } });
  KINDS.forEach((kind) => {
    expect(resource[`aws_iam_${kind}_policy_attachment`]).toMatchObject({
      this: {
        for_each: expect.stringMatching(/^\$\{var\.some \? .* : toset\(\[\]\)\}$/) as string,
        policy_arn: '${one(aws_iam_policy.this[*].arn)}',
      },
    });
  });
});
