import { Construct } from 'constructs';
import { expr } from '../../../generator/expression';
import { unmet } from '../../../generator/requirements';
import { corePermissionInputs } from '../../../modules/iam/core-permissions';
import { grantNodePermissions, nodeRequirements } from '../../../modules/iam/node-permissions';
import { partitionInput } from '../../../modules/iam/partition';
import { roleInputs } from '../../../modules/iam/role';
import { s3Inputs, s3PolicyNameInput } from '../../../modules/iam/s3-inputs';
import { blockAt } from '../../fixtures/emitted-module';
import { emittedStack } from '../../fixtures/emitted-stack';
import { temporaryFolders } from '../../fixtures/temporary-folder';
import { variablesOf } from '../../fixtures/variables-of';

const newFolder = temporaryFolders();
const references = variablesOf({
  ...corePermissionInputs,
  ...partitionInput,
  ...roleInputs({ roleName: 'Example', description: 'An example.' }),
  ...s3Inputs,
  ...s3PolicyNameInput,
});

let granted: unknown;
const configuration = emittedStack(newFolder(), (stack) => {
  granted = grantNodePermissions(new Construct(stack, 'Default'), references, {
    role: expr`local.role_id`,
    roleName: expr`local.role_name`,
    partition: expr`local.partition`,
    s3PolicyDescription: 'Buckets of nodes.',
    preconditions: [{ condition: expr`var.fine`, errorMessage: 'not fine' }],
  });
});

test('every kind of permission goes to the one role', () => {
  const attachments = blockAt(configuration, 'resource', 'aws_iam_role_policy_attachment');
  const inline = blockAt(configuration, 'resource', 'aws_iam_role_policy');

  expect(attachments).toMatchObject({
    additional: { role: '${local.role_id}', for_each: '${var.additional_policy_arns}' },
    managed: { role: '${local.role_id}' },
    s3: {
      role: '${local.role_id}',
      for_each: '${aws_iam_policy.s3}',
      policy_arn: '${each.value.arn}',
    },
  });
  expect(inline).toMatchObject({
    inline: { role: '${local.role_id}', for_each: '${var.inline_policies}' },
  });
});

/** Conditions and codes of the preconditions of a resource. */
function preconditionsOf(type: string, name: string): { condition: string; code: string }[] {
  const written = blockAt(
    configuration,
    'resource',
    type,
    name,
    'lifecycle',
    'precondition',
  ) as readonly { condition: string; error_message: string }[];
  return written.map(({ condition, error_message }) => ({
    condition,
    code: /\[(\w+)\]$/.exec(error_message)?.[1] ?? error_message,
  }));
}

test('what has to hold is demanded by what is attached, in an app', () => {
  const codes = ['managed', 'additional'].map((name) =>
    preconditionsOf('aws_iam_role_policy_attachment', name).map(({ code }) => code),
  );
  const all = [
    'AgentBucketRegion',
    'S3PolicySize',
    'not fine',
    'ArnPartition',
    'AwsPolicyPath',
    'AttachedTwice',
  ];

  expect(codes).toEqual([all, all]);
});

test('everything else can be kept off: all attachments and all inline policies are named', () => {
  expect(configuration.resource?.aws_iam_role_policy_attachments_exclusive?.this).toMatchObject({
    count: '${var.exclusive_policies ? 1 : 0}',
    policy_arns:
      '${concat(values(aws_iam_role_policy_attachment.managed)[*].policy_arn, values(var.additional_policy_arns), values(aws_iam_policy.s3)[*].arn)}',
    role_name: '${local.role_id}',
  });
  expect(configuration.resource?.aws_iam_role_policies_exclusive?.this).toMatchObject({
    policy_names: '${values(aws_iam_role_policy.inline)[*].name}',
  });
});

test('the S3 policies are named after the role unless they have a name', () => {
  expect(blockAt(configuration, 'resource', 'aws_iam_policy', 's3')).toMatchObject({
    name: '${coalesce(var.s3_policy_name, "${local.role_name}S3Policy")}-${each.key}',
    description: 'Buckets of nodes.',
    path: '${var.path}',
    tags: '${var.tags}',
  });
});

test('what was granted is told by name and in a list', () => {
  expect(granted).toEqual({
    attachedPolicyArns: expr`merge({ for policy in aws_iam_policy.s3 : policy.name => policy.arn }, local.managed_policy_arns, var.additional_policy_arns)`,
    s3PolicyNames: expr`values(aws_iam_policy.s3)[*].name`,
    s3PolicyArns: expr`values(aws_iam_policy.s3)[*].arn`,
    s3PolicyDocuments: expr`values(aws_iam_policy.s3)[*].policy`,
  });
});

const NO_ARNS = { additionalPolicyArns: {}, permissionsBoundary: null, s3Buckets: [] };

test('regions of another partition than the given one are refused', () => {
  const props = { ...NO_ARNS, partition: 'aws' };
  const codes = (regions: string[]): string[] =>
    unmet(nodeRequirements, { ...props, regions }).map(({ code }) => code);

  expect(codes(['us-east-2'])).toEqual([]);
  expect(codes(['us-gov-west-1'])).toEqual(['AgentBucketRegion']);
});
