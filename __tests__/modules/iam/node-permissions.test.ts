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

test('what else has to hold is tested on what is attached in an app, then their number, and that none is attached twice', () => {
  const demanded = preconditionsOf('aws_iam_role_policy_attachment', 'managed');

  expect(demanded.map(({ code }) => code).slice(0, 2)).toEqual(['PolicyPath', 'AgentBucketRegion']);
  expect(preconditionsOf('aws_iam_role_policy_attachment', 'additional')).toEqual(demanded);
  expect(demanded.slice(2)).toEqual([
    { condition: '${var.fine}', code: 'not fine' },
    {
      condition:
        '${!contains([for arn in local.arns : try(split(":", arn)[1] == local.partition, true)], false)}',
      code: 'ArnPartition',
    },
    expect.objectContaining({ code: 'AwsPolicyPath' }),
    {
      condition: '${local.attachment_count <= 25}',
      code: 'AttachmentCount',
    },
    {
      condition:
        '${alltrue([for arn in local.managed_policy_arns : !contains(values(var.additional_policy_arns), arn)])}',
      code: 'AttachedTwice',
    },
  ]);
});

test('everything else can be kept off: all attachments and all inline policies are named', () => {
  expect(configuration.resource?.aws_iam_role_policy_attachments_exclusive?.this).toMatchObject({
    count: '${var.exclusive_policies ? 1 : 0}',
    policy_arns:
      '${concat(local.policy_attachments, values(aws_iam_role_policy_attachment.s3))[*].policy_arn}',
    role_name: '${local.role_id}',
  });
  expect(configuration.resource?.aws_iam_role_policies_exclusive?.this).toMatchObject({
    policy_names: '${values(aws_iam_role_policy.inline)[*].name}',
  });
});

test('the S3 policies are named after the role unless they have a name', () => {
  expect(configuration.locals?.s3_policy_name).toBe(
    '${var.s3_policy_name == null ? "${local.role_name}S3Policy" : var.s3_policy_name}',
  );
  expect(blockAt(configuration, 'resource', 'aws_iam_policy', 's3')).toMatchObject({
    name: '${local.s3_policy_name}-${each.key}',
    description: 'Buckets of nodes.',
    path: '${var.path}',
    tags: '${var.tags}',
  });
});

test('the path and the regions have to suit a policy before they are tried on one', () => {
  const [, path, regions] = preconditionsOf('aws_iam_policy', 's3');

  expect(path).toEqual({
    condition:
      '${length(var.regions) + length(var.s3_buckets) == 0 || length(var.path) <= 512 && can(regex("^/([A-Za-z0-9.,+@=_-]+/)*$", var.path))}',
    code: 'PolicyPath',
  });
  expect(regions).toEqual({
    condition: '${length(local.region_buckets) == length(var.regions)}',
    code: 'AgentBucketRegion',
  });
});

test('what was granted is told by name and in a list', () => {
  expect(granted).toEqual({
    attachedPolicyArns: expr`merge({ for policy in aws_iam_policy.s3 : policy.name => policy.arn }, local.attached_policy_arns)`,
    s3PolicyNames: expr`values(aws_iam_policy.s3)[*].name`,
    s3PolicyArns: expr`values(aws_iam_policy.s3)[*].arn`,
    s3PolicyDocuments: expr`values(aws_iam_policy.s3)[*].policy`,
  });
});

const NO_ARNS = { additionalPolicyArns: {}, permissionsBoundary: null, s3Buckets: [] };

describe('a path that only a role takes', () => {
  const NOTHING = { ...NO_ARNS, regions: [], partition: null };
  const codes = (path: string, asked: object): string[] =>
    unmet(nodeRequirements, { ...NOTHING, path, ...asked }).map(({ code }) => code);
  const asking = [{ regions: ['us-east-2'] }, { s3Buckets: [{ name: 'abc' }] }];

  test('is fine while there is no S3 policy', () => {
    expect(codes('/a*b/', {})).toEqual([]);
  });

  test.each(asking)('is refused with %j', (asked) => {
    expect(codes('/a*b/', asked)).toEqual(['PolicyPath']);
  });

  test.each(asking)('is no matter for a path that both take, with %j', (asked) => {
    expect(codes('/team/', asked)).toEqual([]);
  });
});

test('regions of another partition than the given one are refused', () => {
  const props = { ...NO_ARNS, path: '/', partition: 'aws' };
  const codes = (regions: string[]): string[] =>
    unmet(nodeRequirements, { ...props, regions }).map(({ code }) => code);

  expect(codes(['us-east-2'])).toEqual([]);
  expect(codes(['us-gov-west-1'])).toEqual(['AgentBucketRegion']);
});
