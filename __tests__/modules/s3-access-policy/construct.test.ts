import { Token } from 'cdktf';
import { S3AccessPolicy } from '../../../modules/s3-access-policy/construct';
import { s3AccessPolicy } from '../../../modules/s3-access-policy/module';
import { addressesIn, blockAt, emittedModule } from '../../fixtures/emitted-module';
import { emittedStack } from '../../fixtures/emitted-stack';
import { temporaryFolders } from '../../fixtures/temporary-folder';

const newFolder = temporaryFolders();
const emitted = emittedModule(s3AccessPolicy);
const { main } = emitted;

test('the addresses are these', () => {
  expect(addressesIn(emitted)).toEqual(['aws_iam_policy.s3', 'data.aws_partition.current']);
});

describe('the policy', () => {
  const policy = blockAt(main, 'resource', 'aws_iam_policy', 's3');

  test('is made from the inputs, one or more', () => {
    expect(policy).toMatchObject({
      description: '${var.description}',
      for_each: '${local.s3_policies}',
      name: '${each.key == "1" ? var.policy_name : "${var.policy_name}-${each.key}"}',
      path: '${var.path}',
      policy: '${jsonencode(each.value)}',
      tags: '${var.tags}',
    });
  });

  test('is there even if it is empty, and refuses to be so', () => {
    const [empty, partition] = blockAt(
      main,
      'resource',
      'aws_iam_policy',
      's3',
      'lifecycle',
      'precondition',
    ) as {
      condition: string;
      error_message: string;
    }[];

    expect(blockAt(main, 'locals', 's3_policies')).toMatch(/^\$\{merge\(\{ "1" = /);
    expect(empty).toEqual({
      condition:
        '${!(each.key == "1") || (length(var.regions) + length(var.s3_buckets) + length(var.additional_agent_buckets) > 0)}',
      error_message:
        'regions, s3_buckets and additional_agent_buckets must not all be empty; name a region, a bucket, or both [EmptyS3Policy]',
    });
    expect(partition?.error_message).toMatch(/\[RegionPartition\]$/);
  });
});

describe('in an app', () => {
  test('buckets are emitted with their defaults, and read with them where a token hides them', () => {
    const { locals } = emittedStack(newFolder(), (stack) => {
      new S3AccessPolicy(stack, 'nodes', { regions: ['us-east-2'], s3Buckets: [{ name: 'abc' }] });
    });

    expect(locals?.nodes_input_s3_buckets).toEqual([
      {
        name: 'abc',
        prefix: null,
        access: 'read-write',
        cross_account: false,
        encrypted: true,
        kms_key_arn: null,
      },
    ]);
    expect(locals?.nodes_s3_bucket_statements).toContain(
      'for i, bucket in tolist([for item in local.nodes_input_s3_buckets : { name = item.name, prefix = try(item.prefix, null), access = try(coalesce(item.access), "read-write"), cross_account = try(coalesce(item.cross_account), false), encrypted = try(coalesce(item.encrypted), true), kms_key_arn = try(item.kms_key_arn, null) }])',
    );
  });

  test('agent buckets may be tokens, all of them or those of a region', () => {
    const ofRegion = Token.asList('${data.http.buckets.names}');
    const { locals } = emittedStack(newFolder(), (stack) => {
      new S3AccessPolicy(stack, 'nodes', {
        additionalAgentBuckets: { 'us-east-9': ofRegion, 'us-east-8': ['abc'] },
      });
    });

    expect(locals?.nodes_input_additional_agent_buckets).toEqual({
      'us-east-9': '${data.http.buckets.names}',
      'us-east-8': ['abc'],
    });
    expect(locals?.nodes_agent_bucket_names).toContain(
      'tomap({ for key, item in local.nodes_input_additional_agent_buckets : key => toset(item) })',
    );
  });

  test('a bucket may have ${aws:username} nowhere', () => {
    expect(() =>
      emittedStack(newFolder(), (stack) => {
        new S3AccessPolicy(stack, 'nodes', {
          s3Buckets: [{ name: 'abc', prefix: '${aws:username}' }],
        });
      }),
    ).toThrow('got [{"name":"abc","prefix":"${aws:username}"}]; ');
  });

  test.each([
    [{}, '[EmptyS3Policy]'],
    [{ regions: ['us-east-9'] }, '[AgentBucketRegion]'],
    [{ regions: ['us-gov-west-1'], partition: 'aws' }, '[RegionPartition]'],
    [{ additionalAgentBuckets: { 'us-east-9': [] } }, '[NoAgentBuckets]'],
    [{ regions: ['us-east-2'], agentBuckets: 'none' }, '[AgentBuckets]'],
    [{ s3Buckets: [{ name: 'A' }] }, '[BucketName]'],
    [{ s3Buckets: [{ name: 'abc', access: 'read', crossAccount: true }] }, '[CrossAccountReads]'],
    [{ regions: ['us-east-2'], path: '/a!/' }, '[PolicyPath]'],
    [{ regions: ['us-east-2'], tags: { 'aws:x': 'y' } }, '[TagKeyOfAws]'],
    [{ regions: ['us-east-2'], description: 'Ā' }, '[Description]'],
    [{ regions: ['us-east-2'], partition: 'amazon' }, '[Partition]'],
  ])('a mistake in %j is refused', (props, code) => {
    expect(() =>
      emittedStack(newFolder(), (stack) => new S3AccessPolicy(stack, 'nodes', props)),
    ).toThrow(code);
  });
});
