import { Construct } from 'constructs';
import {
  attachCorePermissions,
  coreAttachment,
  coreCount,
  corePermissionInputs,
} from '../../../modules/iam/core-permissions';
import { blockAt } from '../../fixtures/emitted-module';
import { emittedStack } from '../../fixtures/emitted-stack';
import { ruleOf } from '../../fixtures/rule-of';
import { temporaryFolders } from '../../fixtures/temporary-folder';

const newFolder = temporaryFolders();
const references = {
  corePolicy: 'var.core_policy',
  directoryService: 'var.directory_service',
  cloudwatchAgent: 'var.cloudwatch_agent',
};
const configuration = emittedStack(newFolder(), (stack) => {
  const module = new Construct(stack, 'Default');
  attachCorePermissions(module, references, 'aws_iam_role.this.name', 'local.partition', [
    { condition: '${var.fine}', errorMessage: 'not fine' },
  ]);
});

test('the core policy is always attached, the others when they are asked for', () => {
  expect(
    blockAt(configuration, 'resource', 'aws_iam_role_policy_attachment', 'managed', 'for_each'),
  ).toBe('${local.managed_policy_arns}');
  expect(configuration.locals?.managed_policies).toBe(
    '${concat([var.core_policy], var.directory_service ? ["AmazonSSMDirectoryServiceAccess"] : [], var.cloudwatch_agent ? ["CloudWatchAgentServerPolicy"] : [])}',
  );
});

test('what else has to hold is tested there, and one instance can speak for all', () => {
  expect(
    blockAt(configuration, 'resource', 'aws_iam_role_policy_attachment', 'managed', 'lifecycle'),
  ).toEqual({
    ignore_changes: ['policy_arn'],
    precondition: [{ condition: '${var.fine}', error_message: 'not fine' }],
  });
  expect(coreAttachment(references)).toBe('each.key == var.core_policy');
});

test('they are counted from the inputs alone, which are known at plan', () => {
  expect(coreCount(references)).toBe(
    '1 + (var.directory_service ? 1 : 0) + (var.cloudwatch_agent ? 1 : 0)',
  );
});

test('the deprecated core policy is warned of', () => {
  expect(configuration.check).toEqual({
    core_policy: {
      assert: [
        {
          condition: '${var.core_policy != "AmazonEC2RoleforSSM"}',
          error_message:
            'AmazonEC2RoleforSSM is deprecated by AWS and allows reading and writing every S3 bucket; use AmazonSSMManagedInstanceCore, and regions, s3_buckets, directory_service or cloudwatch_agent for what it lacks (https://docs.aws.amazon.com/systems-manager/latest/userguide/security-iam-awsmanpol.html)',
        },
      ],
    },
  });
});

test('the core policy is one of two, spelt as AWS does', () => {
  const rule = ruleOf(corePermissionInputs.corePolicy, 'CorePolicy');

  expect(rule.accepts('AmazonSSMManagedInstanceCore')).toBe(true);
  expect(rule.accepts('AmazonEC2RoleforSSM')).toBe(true);
  expect(rule.accepts('AmazonEC2RoleForSSM')).toBe(false);
  expect(rule.accepts('AdministratorAccess')).toBe(false);
  expect(rule.condition('x')).toBe(
    'contains(["AmazonSSMManagedInstanceCore", "AmazonEC2RoleforSSM"], x)',
  );
});
