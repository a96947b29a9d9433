import { Construct } from 'constructs';
import { expr } from '../../../generator/expression';
import { exclusivePoliciesInput, keepOthersOff } from '../../../modules/iam/exclusive-policies';
import { emittedStack } from '../../fixtures/emitted-stack';
import { temporaryFolders } from '../../fixtures/temporary-folder';

const newFolder = temporaryFolders();

function emitted(policies: Parameters<typeof keepOthersOff>[3]) {
  const { resource } = emittedStack(newFolder(), (stack) => {
    const module = new Construct(stack, 'Default');
    keepOthersOff(module, expr`local.role_name`, expr`var.exclusive_policies`, policies);
  });
  return {
    attached: resource?.aws_iam_role_policy_attachments_exclusive?.this,
    embedded: resource?.aws_iam_role_policies_exclusive?.this,
  };
}

test('nothing is kept off unless it is asked for', () => {
  const { attached, embedded } = emitted({ attached: expr`a`, inline: expr`b` });

  expect(exclusivePoliciesInput.exclusivePolicies.default).toBe(false);
  expect([attached?.count, embedded?.count]).toEqual([
    '${var.exclusive_policies ? 1 : 0}',
    '${var.exclusive_policies ? 1 : 0}',
  ]);
});

test('what is named stays on the role', () => {
  const { attached, embedded } = emitted({
    attached: expr`values(local.arns)`,
    inline: expr`[a.b.name]`,
  });

  expect(attached).toMatchObject({
    policy_arns: '${values(local.arns)}',
    role_name: '${local.role_name}',
  });
  expect(embedded).toMatchObject({
    policy_names: '${[a.b.name]}',
    role_name: '${local.role_name}',
  });
});
