import { Construct } from 'constructs';
import { Expr } from '../../../generator/expression';
import {
  CORE_POLICIES,
  corePermissionInputs,
  warnOfDeprecatedCore,
} from '../../../modules/iam/core-permissions';
import { conditionOf } from '../../../modules/iam/permissions/hcl';
import { s3Inputs } from '../../../modules/iam/s3-inputs';
import { emittedStack } from '../../fixtures/emitted-stack';
import { ruleOf } from '../../fixtures/rule-of';
import { temporaryFolders } from '../../fixtures/temporary-folder';
import { variablesOf } from '../../fixtures/variables-of';

const newFolder = temporaryFolders();
const references = variablesOf({ ...corePermissionInputs, ...s3Inputs });
const configuration = emittedStack(newFolder(), (stack) => {
  warnOfDeprecatedCore(new Construct(stack, 'Default'), references);
});

test('exactly one of the two core policies is attached, the others when they are asked for', () => {
  const at = (path: string) => new Expr(`var.${path}`);

  expect(CORE_POLICIES.map(({ id, when }) => [id, conditionOf(when, at).expression])).toEqual([
    ['AmazonSSMManagedInstanceCore', 'var.core_policy == "AmazonSSMManagedInstanceCore"'],
    ['AmazonEC2RoleforSSM', 'var.core_policy == "AmazonEC2RoleforSSM"'],
    ['AmazonSSMDirectoryServiceAccess', 'var.directory_service'],
    ['CloudWatchAgentServerPolicy', 'var.cloudwatch_agent'],
  ]);
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
