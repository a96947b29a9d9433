import { AutomationServiceRole } from '../../../modules/automation-service-role/construct';
import { automationServiceRole } from '../../../modules/automation-service-role/module';
import { AUTOMATION_TRUST, inTheAccount } from '../../fixtures/aws-documents';
import { TRUSTED_SERVICES } from '../../fixtures/trusted-services';
import { addressesIn, blockAt, emittedModule } from '../../fixtures/emitted-module';
import { emittedStack } from '../../fixtures/emitted-stack';
import { temporaryFolders } from '../../fixtures/temporary-folder';

const newFolder = temporaryFolders();
const emitted = emittedModule(automationServiceRole);
const { main } = emitted;

test('the addresses are these', () => {
  expect(addressesIn(emitted)).toEqual([
    'aws_iam_role.this',
    'aws_iam_role_policies_exclusive.this',
    'aws_iam_role_policy.inline',
    'aws_iam_role_policy.own',
    'aws_iam_role_policy_attachment.additional',
    'aws_iam_role_policy_attachment.managed',
    'aws_iam_role_policy_attachments_exclusive.this',
    'data.aws_caller_identity.current',
    'data.aws_partition.current',
  ]);
});

describe('the trust policy', () => {
  const statements = blockAt(main, 'locals', 'trust_statements') as object[];
  const [ssm, plain, chosen, ...others] = statements;
  const ssmIf = (condition: string): object => ({
    Effect: 'Allow',
    Principal: { Service: `\${${condition} ? "ssm.amazonaws.com" : ""}` },
    Action: 'sts:AssumeRole',
  });

  test('admits Systems Manager, by the one or the other statement', () => {
    expect(ssm).toMatchObject(ssmIf('var.confused_deputy_protection'));
    expect(plain).toEqual(ssmIf('!var.confused_deputy_protection'));
  });

  test('admits it for this account only', () => {
    expect(ssm).toHaveProperty(
      ['Condition', 'StringEquals', 'aws:SourceAccount'],
      '${local.account_id}',
    );
  });

  test("admits it for this account's automations only, in any region", () => {
    expect(ssm).toHaveProperty(
      ['Condition', 'ArnLike', 'aws:SourceArn'],
      'arn:${local.partition}:ssm:*:${local.account_id}:automation-execution/*',
    );
  });

  test('is what AWS prints, to the letter', () => {
    const [printed] = AUTOMATION_TRUST.Statement;

    expect(inTheAccount({ ...ssm, Principal: printed?.Principal })).toEqual(printed);
  });

  test("admits the caller's services by a statement of its own, and Systems Manager as before", () => {
    expect(chosen).toEqual(TRUSTED_SERVICES);
    expect(others).toEqual([]);
    expect(JSON.stringify([ssm, plain])).not.toContain('trusted_services');
  });

  test('is that of the role', () => {
    expect(blockAt(main, 'resource', 'aws_iam_role', 'this', 'assume_role_policy')).toBe(
      '${jsonencode(local.trust_policy)}',
    );
  });
});

describe('the policy of the role itself', () => {
  const allows = blockAt(main, 'locals', 'own_statements') as object[];

  test('lets the role pass itself on, by an ARN that the first plan knows', () => {
    // the dollar first: the other escapes bring one along, which has to stay as it is
    const path = '${replace(replace(replace(var.path, "$", "$${$}"), "*", "$${*}"), "?", "$${?}")}';

    expect(main.locals).toMatchObject({
      own_arn: `arn:\${local.partition}:iam::\${local.account_id}:role${path}\${var.role_name}`,
    });
  });

  test('lets it be passed to the services that are named, to any only where none is', () => {
    expect(allows.slice(0, 2)).toEqual([
      {
        Effect: 'Allow',
        Action: 'iam:PassRole',
        Resource: '${length(var.pass_itself_to_services) > 0 ? local.own_arn : ""}',
        Condition: {
          StringEquals: { 'iam:PassedToService': '${sort(var.pass_itself_to_services)}' },
        },
      },
      {
        Effect: 'Allow',
        Action: 'iam:PassRole',
        Resource: '${length(var.pass_itself_to_services) == 0 ? local.own_arn : ""}',
      },
    ]);
  });

  test('lets the roles that are named be passed, to any service only where none is named', () => {
    expect(allows[2]).toMatchObject({
      Action: 'iam:PassRole',
      Resource: '${length(var.pass_role_services) > 0 ? sort(var.pass_role_arns) : []}',
      Condition: { StringEquals: { 'iam:PassedToService': expect.any(String) as string } },
    });
    expect(allows[3]).toEqual({
      Effect: 'Allow',
      Action: 'iam:PassRole',
      Resource: '${length(var.pass_role_services) == 0 ? sort(var.pass_role_arns) : []}',
    });
  });

  test('lets the functions that are named be invoked, and nothing else', () => {
    expect(allows.slice(4)).toEqual([
      {
        Effect: 'Allow',
        Action: 'lambda:InvokeFunction',
        Resource: '${sort(var.lambda_function_arns)}',
      },
    ]);
  });
});

describe('the role', () => {
  test('has the policy of AWS unless it is left out, and that of Lambda only if it is asked for', () => {
    expect(blockAt(main, 'resource', 'aws_iam_role_policy_attachment', 'managed')).toMatchObject({
      for_each: '${local.managed_policy_arns}',
      lifecycle: { ignore_changes: ['policy_arn'] },
      policy_arn: '${each.value}',
      role: '${aws_iam_role.this.id}',
    });
    expect(blockAt(main, 'locals', 'managed_policies')).toEqual({
      'service-role/AmazonSSMAutomationRole': '${var.core_policy == "AmazonSSMAutomationRole"}',
      'service-role/AWSLambdaRole': '${var.lambda_role}',
    });
  });

  test('has what the module grants itself in one inline policy', () => {
    expect(blockAt(main, 'resource', 'aws_iam_role_policy', 'own')).toMatchObject({
      name: 'SSMAutomationPermissions',
      policy: '${jsonencode(local.own_policy)}',
      role: '${aws_iam_role.this.id}',
    });
  });
});

describe('in an app', () => {
  test('the construct takes literals', () => {
    const { locals } = emittedStack(newFolder(), (stack) => {
      new AutomationServiceRole(stack, 'ssm', { path: '/team/', roleName: 'Runbooks' });
    });

    expect(locals).toMatchObject({
      ssm_own_arn:
        'arn:${local.ssm_partition}:iam::${local.ssm_account_id}:role${replace(replace(replace(local.ssm_input_path, "$", "$${$}"), "*", "$${*}"), "?", "$${?}")}${local.ssm_input_role_name}',
      ssm_input_path: '/team/',
      ssm_input_role_name: 'Runbooks',
    });
  });

  test.each([
    [{ passRoleArns: ['*'] }, '[RoleArn]'],
    [{ lambdaFunctionArns: ['name'] }, '[LambdaFunctionArn]'],
    [{ passRoleServices: ['ec2'] }, '[ServiceName]'],
    [{ passItselfToServices: ['ssm'] }, '[ServiceName]'],
    [{ accountId: '1' }, '[AccountId]'],
    [{ corePolicy: 'AmazonSSMFullAccess' }, '[CorePolicy]'],
    [{ trustedServices: ['*'] }, '[ServiceName]'],
    [{ trustedServices: ['ssm.amazonaws.com'] }, '[UnguardedTrust]'],
    [
      {
        inlinePolicies: {
          SSMAutomationPermissions:
            '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*"}}',
        },
      },
      '[InlinePolicyName]',
    ],
  ])('a mistake in %j is refused', (props, code) => {
    expect(() =>
      emittedStack(newFolder(), (stack) => new AutomationServiceRole(stack, 'ssm', props)),
    ).toThrow(code);
  });
});
