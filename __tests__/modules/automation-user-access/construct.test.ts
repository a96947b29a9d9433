import { AutomationUserAccess } from '../../../modules/automation-user-access/construct';
import { automationUserAccess } from '../../../modules/automation-user-access/module';
import { addressesIn, blockAt, emittedModule } from '../../fixtures/emitted-module';
import { emittedStack } from '../../fixtures/emitted-stack';
import { temporaryFolders } from '../../fixtures/temporary-folder';

const newFolder = temporaryFolders();
const emitted = emittedModule(automationUserAccess);
const { main } = emitted;
const ROLE = 'arn:aws:iam::123456789012:role/AutomationServiceRole';

test('the addresses are these', () => {
  expect(addressesIn(emitted)).toEqual([
    'aws_iam_group_policy_attachment.full_access',
    'aws_iam_group_policy_attachment.pass_role',
    'aws_iam_policy.pass_role',
    'aws_iam_role_policy_attachment.full_access',
    'aws_iam_role_policy_attachment.pass_role',
    'aws_iam_user_policy_attachment.full_access',
    'aws_iam_user_policy_attachment.pass_role',
    'data.aws_partition.current',
  ]);
});

describe('the policy', () => {
  const [toServices, toAny] = blockAt(main, 'locals', 'pass_role_statements') as [object, object];

  test('lets exactly the Automation role be passed, to the services that are named', () => {
    expect(toServices).toMatchObject({
      Effect: 'Allow',
      Action: 'iam:PassRole',
      Resource: '${length(var.pass_role_services) > 0 ? var.automation_role_arn : ""}',
      Condition: { StringEquals: { 'iam:PassedToService': expect.any(String) as string } },
    });
  });

  test('lets it be passed to any service only where none is named', () => {
    expect(toAny).toEqual({
      Effect: 'Allow',
      Action: 'iam:PassRole',
      Resource: '${length(var.pass_role_services) == 0 ? var.automation_role_arn : ""}',
    });
  });

  test('is a resource of its own', () => {
    expect(blockAt(main, 'resource', 'aws_iam_policy', 'pass_role')).toMatchObject({
      name: '${var.policy_name}',
      path: '${var.path}',
      description: 'Lets the Automation role be passed to AWS Systems Manager.',
      policy: '${jsonencode(local.pass_role_policy)}',
      tags: '${var.tags}',
    });
  });
});

describe.each([
  ['user', 'users'],
  ['group', 'groups'],
  ['role', 'roles'],
])('each %s', (principal, variable) => {
  const attachments = blockAt(main, 'resource', `aws_iam_${principal}_policy_attachment`);

  test('gets the policy', () => {
    expect(attachments).toHaveProperty('pass_role', {
      for_each: `\${var.${variable}}`,
      policy_arn: '${aws_iam_policy.pass_role.arn}',
      [principal]: '${each.key}',
    });
  });

  test('gets full access unless it is not wanted, and keeps it when the partition is looked up anew', () => {
    expect(attachments).toHaveProperty('full_access', {
      for_each: `\${var.full_access ? var.${variable} : toset([])}`,
      lifecycle: { ignore_changes: ['policy_arn'] },
      policy_arn: 'arn:${local.partition}:iam::aws:policy/AmazonSSMFullAccess',
      [principal]: '${each.key}',
    });
  });
});

describe('in an app', () => {
  test('the construct takes literals', () => {
    const { locals, resource } = emittedStack(newFolder(), (stack) => {
      new AutomationUserAccess(stack, 'operators', { automationRoleArn: ROLE, groups: ['ops'] });
    });

    expect(locals).toMatchObject({
      operators_input_automation_role_arn: ROLE,
      operators_input_groups: ['ops'],
    });
    expect(resource?.aws_iam_group_policy_attachment?.operators_pass_role).toMatchObject({
      for_each: '${toset(local.operators_input_groups)}',
    });
  });

  test.each([
    [{ automationRoleArn: ROLE }, '[NoPrincipal]'],
    [{ automationRoleArn: ROLE, users: ['a b'] }, '[UserName]'],
    [{ automationRoleArn: '*', users: ['a'] }, '[RoleArn]'],
    [{ automationRoleArn: ROLE, users: ['a'], path: '/a!/' }, '[PolicyPath]'],
  ])('a mistake in %j is refused', (props, code) => {
    expect(() =>
      emittedStack(newFolder(), (stack) => new AutomationUserAccess(stack, 'operators', props)),
    ).toThrow(code);
  });

  test('the Automation role has to be given', () => {
    expect(() =>
      emittedStack(newFolder(), (stack) => {
        // @ts-expect-error the compiler says so as well
        new AutomationUserAccess(stack, 'operators', { users: ['a'] });
      }),
    ).toThrow('automationRoleArn is required; give it a value [MissingProp]');
  });
});
