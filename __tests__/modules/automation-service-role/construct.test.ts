import { AutomationServiceRole } from '../../../modules/automation-service-role/construct';
import { automationServiceRole } from '../../../modules/automation-service-role/module';
import { AUTOMATION_TRUST, EC2_TRUST, inTheAccount } from '../../fixtures/aws-documents';
import { addressesIn, blockAt, emittedModule } from '../../fixtures/emitted-module';
import { emittedStack } from '../../fixtures/emitted-stack';
import { temporaryFolders } from '../../fixtures/temporary-folder';

const newFolder = temporaryFolders();
const emitted = emittedModule(automationServiceRole);
const { main } = emitted;
const EC2 = '${local.partition == "aws-cn" ? "ec2.amazonaws.com.cn" : "ec2.amazonaws.com"}';

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
  const ssm = blockAt(main, 'locals', 'trust_automation');

  test('admits Systems Manager', () => {
    expect(ssm).toMatchObject({
      Effect: 'Allow',
      Principal: { Service: ['ssm.amazonaws.com'] },
      Action: 'sts:AssumeRole',
    });
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
    expect(inTheAccount({ Version: '2012-10-17', Statement: [ssm] })).toEqual(AUTOMATION_TRUST);
  });

  test('admits EC2 only if it is asked for, by a statement of its own without conditions', () => {
    const [printed] = EC2_TRUST.Statement;

    expect(blockAt(main, 'locals', 'trust_policy')).toEqual({
      Version: '2012-10-17',
      Statement: '${concat([local.trust_automation], var.trust_ec2 ? [local.trust_ec2] : [])}',
    });
    expect(blockAt(main, 'locals', 'trust_ec2')).toEqual({
      ...printed,
      Principal: { Service: EC2 },
    });
  });

  test('without protection names both services in one statement, as AWS did until 2020', () => {
    expect(blockAt(main, 'locals', 'trust_policy_without_condition')).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: {
            Service: `\${var.trust_ec2 ? ["${EC2}", "ssm.amazonaws.com"] : ["ssm.amazonaws.com"]}`,
          },
          Action: 'sts:AssumeRole',
        },
      ],
    });
  });

  test('is protected when the input says so', () => {
    expect(blockAt(main, 'resource', 'aws_iam_role', 'this', 'assume_role_policy')).toBe(
      '${var.confused_deputy_protection ? jsonencode(local.trust_policy) : jsonencode(local.trust_policy_without_condition)}',
    );
  });
});

describe('the role', () => {
  test('has the policy of AWS, and that of Lambda only if it is asked for', () => {
    expect(blockAt(main, 'resource', 'aws_iam_role_policy_attachment', 'managed')).toMatchObject({
      for_each: '${local.managed_policy_arns}',
      lifecycle: { ignore_changes: ['policy_arn'] },
      policy_arn: '${each.value}',
      role: '${aws_iam_role.this.id}',
    });
    expect(blockAt(main, 'locals', 'managed_policies')).toBe(
      '${concat(["AmazonSSMAutomationRole"], var.lambda_role ? ["AWSLambdaRole"] : [])}',
    );
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
      ssm_pass_itself: {
        Resource:
          'arn:${local.ssm_partition}:iam::${local.ssm_account_id}:role${replace(replace(replace(local.ssm_input_path, "$", "$${$}"), "*", "$${*}"), "?", "$${?}")}${local.ssm_input_role_name}',
      },
      ssm_input_path: '/team/',
      ssm_input_role_name: 'Runbooks',
    });
  });

  test.each([
    [{ passRoleArns: ['*'] }, '[RoleArn]'],
    [{ lambdaFunctionArns: ['name'] }, '[LambdaFunctionArn]'],
    [{ passRoleServices: ['ec2'] }, '[ServiceName]'],
    [{ accountId: '1' }, '[AccountId]'],
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
