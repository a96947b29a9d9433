import { Construct } from 'constructs';
import { expr } from '../../../generator/expression';
import {
  coreAttachment,
  coreCount,
  corePermissionInputs,
  corePolicies,
} from '../../../modules/iam/core-permissions';
import type { ManagedPolicies } from '../../../modules/iam/role-policies';
import { s3Inputs } from '../../../modules/iam/s3-inputs';
import { emittedStack } from '../../fixtures/emitted-stack';
import { ruleOf } from '../../fixtures/rule-of';
import { temporaryFolders } from '../../fixtures/temporary-folder';
import { variablesOf } from '../../fixtures/variables-of';

const newFolder = temporaryFolders();
const references = variablesOf({ ...corePermissionInputs, ...s3Inputs });
const fine = { condition: expr`var.fine`, errorMessage: 'not fine' };
let policies: ManagedPolicies | undefined;
const configuration = emittedStack(newFolder(), (stack) => {
  policies = corePolicies(new Construct(stack, 'Default'), references, [fine]);
});

test('the core policy is always attached, the others when they are asked for', () => {
  expect(policies?.names).toEqual(
    expr`concat([var.core_policy], var.directory_service ? ["AmazonSSMDirectoryServiceAccess"] : [], var.cloudwatch_agent ? ["CloudWatchAgentServerPolicy"] : [])`,
  );
  expect(policies?.known).toEqual([
    'AmazonSSMManagedInstanceCore',
    'AmazonEC2RoleforSSM',
    'AmazonSSMDirectoryServiceAccess',
    'CloudWatchAgentServerPolicy',
  ]);
});

test('what else has to hold goes with them, and one instance can speak for all', () => {
  expect(policies?.preconditions).toEqual([fine]);
  expect(coreAttachment(references)).toEqual(expr`each.key == var.core_policy`);
});

test('they are counted from the inputs alone, which are known at plan', () => {
  expect(coreCount(references)).toEqual(
    expr`1 + (var.directory_service ? 1 : 0) + (var.cloudwatch_agent ? 1 : 0)`,
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
