import { Construct } from 'constructs';
import { unmet } from '../../../generator/requirements';
import { grantNodePermissions, nodeRequirements } from '../../../modules/iam/node-permissions';
import { blockAt } from '../../fixtures/emitted-module';
import { emittedStack } from '../../fixtures/emitted-stack';
import { temporaryFolders } from '../../fixtures/temporary-folder';

const newFolder = temporaryFolders();
const references = {
  corePolicy: 'var.core_policy',
  directoryService: 'var.directory_service',
  cloudwatchAgent: 'var.cloudwatch_agent',
  regions: 'var.regions',
  agentBuckets: 'var.agent_buckets',
  s3Buckets: 'var.s3_buckets',
  s3PolicyName: 'var.s3_policy_name',
  additionalPolicyArns: 'var.additional_policy_arns',
  inlinePolicies: 'var.inline_policies',
  path: 'var.path',
  tags: 'var.tags',
};

let granted: unknown;
const configuration = emittedStack(newFolder(), (stack) => {
  granted = grantNodePermissions(new Construct(stack, 'Default'), references, {
    role: 'local.role_name',
    partition: 'local.partition',
    s3PolicyDescription: 'Buckets of nodes.',
    preconditions: [{ condition: '${var.fine}', errorMessage: 'not fine' }],
  });
});

test('every kind of permission goes to the one role', () => {
  const attachments = blockAt(configuration, 'resource', 'aws_iam_role_policy_attachment');
  const inline = blockAt(configuration, 'resource', 'aws_iam_role_policy');

  expect(attachments).toMatchObject({
    additional: { role: '${local.role_name}', for_each: '${var.additional_policy_arns}' },
    managed: { role: '${local.role_name}' },
    s3: { role: '${local.role_name}', for_each: '${aws_iam_policy.s3}' },
  });
  expect(inline).toMatchObject({
    inline: { role: '${local.role_name}', for_each: '${var.inline_policies}' },
  });
});

test('what else has to hold is tested where something is always attached', () => {
  expect(
    blockAt(configuration, 'resource', 'aws_iam_role_policy_attachment', 'managed', 'lifecycle'),
  ).toEqual({
    ignore_changes: ['policy_arn'],
    precondition: [{ condition: '${var.fine}', error_message: 'not fine' }],
  });
});

test('the S3 policy is named after the role unless it has a name', () => {
  expect(blockAt(configuration, 'resource', 'aws_iam_policy', 's3')).toMatchObject({
    name: '${var.s3_policy_name == null ? "${local.role_name}S3Policy" : var.s3_policy_name}',
    description: 'Buckets of nodes.',
    for_each: '${toset(length(var.regions) + length(var.s3_buckets) > 0 ? ["1"] : [])}',
    path: '${var.path}',
    tags: '${var.tags}',
  });
});

test('the path has to suit a policy before it is tried on one', () => {
  const [first] = blockAt(
    configuration,
    'resource',
    'aws_iam_policy',
    's3',
    'lifecycle',
    'precondition',
  ) as unknown[];

  expect(first).toEqual({
    condition: '${length(var.path) <= 512 && can(regex("^/([A-Za-z0-9.,+@=_-]+/)*$", var.path))}',
    error_message:
      'path must be a path of at most 512 characters that begins and ends with "/", made of letters, digits and .,+@=_- where regions or s3_buckets ask for an S3 policy, got ${jsonencode(var.path)}; write it like "/" or "/team/ssm/" [PolicyPath]',
  });
});

test('what was granted is told by name and by number', () => {
  expect(granted).toEqual({
    attachedPolicyArns:
      'merge({ for key, attachment in aws_iam_role_policy_attachment.managed : key => attachment.policy_arn }, { for key, attachment in aws_iam_role_policy_attachment.additional : key => attachment.policy_arn }, { for policy in aws_iam_policy.s3 : policy.name => policy.arn })',
    s3PolicyArns: '[for policy in aws_iam_policy.s3 : policy.arn]',
  });
});

describe('a path that only a role takes', () => {
  const codes = (path: string, regions: string[], s3Buckets: object[]): string[] =>
    unmet(nodeRequirements, { path, regions, s3Buckets }).map(({ code }) => code);

  test('is fine while there is no S3 policy', () => {
    expect(codes('/a*b/', [], [])).toEqual([]);
  });

  test('is refused with regions, and with buckets', () => {
    expect(codes('/a*b/', ['us-east-2'], [])).toEqual(['PolicyPath']);
    expect(codes('/a*b/', [], [{ name: 'abc' }])).toEqual(['PolicyPath']);
  });

  test('is no matter for a path that both take', () => {
    expect(codes('/team/', ['us-east-2'], [{ name: 'abc' }])).toEqual([]);
  });
});
