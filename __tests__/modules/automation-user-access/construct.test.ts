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
    'data.aws_caller_identity.current',
    'data.aws_partition.current',
  ]);
});

describe('the policy', () => {
  const statements = blockAt(main, 'locals', 'access_statements') as Record<string, unknown>[];
  const statement = (sid: string): unknown => {
    const { Sid: _, ...rest } = statements.find(({ Sid }) => Sid === sid) ?? {};
    return rest;
  };
  const document = (after: string): string => `arn:\${local.partition}:ssm:*:${after}`;
  const OWN = '${local.account_id}:document/';
  const AUTOMATION = 'var.access == "automation"';
  const NONE_NAMED = `${AUTOMATION} && length(var.documents) == 0`;

  test('has its statements in this order', () => {
    expect(statements.map(({ Sid }) => Sid)).toEqual([
      'StartOwnRunbooks',
      'StartRunbooksOfAws',
      'StartAnyOwnRunbook',
      'StartAnyRunbookOfAws',
      'RunAutomations',
      'ListAutomations',
      'PassAutomationRole',
      'PassAutomationRoleToAnyService',
    ]);
  });

  test.each([
    [
      'StartOwnRunbooks',
      `\${${AUTOMATION} ? [for value in var.documents : "${document(`${OWN}\${value}`)}"] : []}`,
    ],
    [
      'StartRunbooksOfAws',
      `\${${AUTOMATION} ? [for value in var.documents : "${document(':document/${value}')}"] : []}`,
    ],
    ['StartAnyOwnRunbook', `\${${NONE_NAMED} ? "${document(`${OWN}*`)}" : ""}`],
    ['StartAnyRunbookOfAws', `\${${NONE_NAMED} ? "${document(':document/*')}" : ""}`],
  ])('lets runbooks be started, of the account and of AWS: %s', (sid, resource) => {
    expect(statement(sid)).toEqual({
      Effect: 'Allow',
      Action: 'ssm:StartAutomationExecution',
      Resource: resource,
    });
  });

  // the Service Authorization Reference: these four on automation-execution, starting on it too
  test('lets executions of the account be started, stopped, signalled and read', () => {
    const executions = document('${local.account_id}:automation-execution/*');

    expect(statement('RunAutomations')).toEqual({
      Effect: 'Allow',
      Action: [
        'ssm:StartAutomationExecution',
        'ssm:StopAutomationExecution',
        'ssm:GetAutomationExecution',
        'ssm:DescribeAutomationStepExecutions',
        'ssm:SendAutomationSignal',
      ],
      Resource: `\${${AUTOMATION} ? "${executions}" : ""}`,
    });
  });

  test('lets executions be listed, for which IAM knows no resource', () => {
    expect(statement('ListAutomations')).toEqual({
      Effect: 'Allow',
      Action: 'ssm:DescribeAutomationExecutions',
      Resource: `\${${AUTOMATION} ? "*" : ""}`,
    });
  });

  test('lets exactly the Automation role be passed, to the services that are named', () => {
    expect(statement('PassAutomationRole')).toMatchObject({
      Effect: 'Allow',
      Action: 'iam:PassRole',
      Resource: '${length(var.pass_role_services) > 0 ? var.automation_role_arn : ""}',
      Condition: { StringEquals: { 'iam:PassedToService': expect.any(String) as string } },
    });
  });

  test('lets it be passed to any service only where none is named', () => {
    expect(statement('PassAutomationRoleToAnyService')).toEqual({
      Effect: 'Allow',
      Action: 'iam:PassRole',
      Resource: '${length(var.pass_role_services) == 0 ? var.automation_role_arn : ""}',
    });
  });

  test('is a resource of its own', () => {
    expect(blockAt(main, 'resource', 'aws_iam_policy', 'pass_role')).toMatchObject({
      name: '${var.policy_name}',
      path: '${var.path}',
      description: 'For those who run automations of AWS Systems Manager with the Automation role.',
      policy: '${jsonencode(local.access_policy)}',
      tags: '${var.tags}',
    });
  });

  test('is there for nobody as well, with a warning', () => {
    expect(blockAt(main, 'check', 'principals')).toEqual({
      assert: [
        {
          condition: '${length(var.users) + length(var.groups) + length(var.roles) > 0}',
          error_message:
            'users, groups and roles name nobody, so nothing is attached; name who may run automations, or give the policy to a permission set yourself',
        },
      ],
    });
  });

  test('needs the account for what it says of automations alone', () => {
    expect(blockAt(main, 'data', 'aws_caller_identity', 'current')).toEqual({
      count: '${var.access == "automation" && var.account_id == null ? 1 : 0}',
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

  test('gets full access where it is asked for, and keeps it when the partition is looked up anew', () => {
    expect(attachments).toHaveProperty('full_access', {
      for_each: `\${var.access == "full" ? var.${variable} : toset([])}`,
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
    [{ automationRoleArn: ROLE, documents: ['AWS-*'] }, '[DocumentName]'],
    [{ automationRoleArn: ROLE, access: 'all' }, '[Access]'],
    [{ automationRoleArn: ROLE, access: null, documents: ['Restart'] }, '[DocumentsUnused]'],
    [{ automationRoleArn: ROLE, roles: ['AWSServiceRoleForAmazonSSM'] }, '[RoleOfAws]'],
    [{ automationRoleArn: ROLE, users: ['a b'] }, '[UserName]'],
    [{ automationRoleArn: '*', users: ['a'] }, '[RoleArn]'],
    [{ automationRoleArn: ROLE, users: ['a'], path: '/a!/' }, '[PolicyPath]'],
  ])('a mistake in %j is refused', (props, code) => {
    expect(() =>
      emittedStack(newFolder(), (stack) => new AutomationUserAccess(stack, 'operators', props)),
    ).toThrow(code);
  });

  test('nobody need be named, and null is no default', () => {
    const { locals } = emittedStack(newFolder(), (stack) => {
      new AutomationUserAccess(stack, 'a', { automationRoleArn: ROLE, access: null });
      new AutomationUserAccess(stack, 'b', { automationRoleArn: ROLE });
    });

    expect(locals).toMatchObject({ a_input_access: null, b_input_access: 'automation' });
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
