import { agentBucketFile } from '../../../modules/iam/agent-buckets';
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

  test('is made from the inputs, one or more by their kinds', () => {
    expect(policy).toMatchObject({
      description: '${var.description}',
      for_each: '${toset(local.s3_policies)}',
      name: '${var.policy_name}-${each.key}',
      path: '${var.path}',
      policy: '${local.s3_documents[each.key]}',
      tags: '${var.tags}',
    });
  });

  test('is refused where it would grant nothing, or names what AWS does not have', () => {
    const [empty, partition, regions] = blockAt(
      emitted.outputs,
      'output',
      'policies',
      'precondition',
    ) as {
      condition: string;
      error_message: string;
    }[];

    expect(empty).toEqual({
      condition: '${length(var.regions) + length(var.s3_buckets) > 0}',
      error_message:
        'regions and s3_buckets must not both be empty; name a region, a bucket, or both [EmptyS3Policy]',
    });
    expect(partition?.error_message).toMatch(/\[ArnPartition\]$/);
    expect(regions?.error_message).toMatch(/\[AgentBucketRegion\]$/);
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
        list: true,
        cross_account: false,
        encrypted: true,
        kms_key_arn: null,
      },
    ]);
    expect(locals?.nodes_s3_buckets).toContain(
      'for bucket in tolist([for item in local.nodes_input_s3_buckets : { name = item.name, prefix = try(item.prefix, null), access = try(coalesce(item.access), "read-write"), list = try(coalesce(item.list), true), cross_account = try(coalesce(item.cross_account), false), encrypted = try(coalesce(item.encrypted), true), kms_key_arn = try(item.kms_key_arn, null) }])',
    );
  });

  test('the agent buckets stand in the stack once, whichever constructs read them', () => {
    const { locals = {} } = emittedStack(newFolder(), (stack) => {
      ['one', 'other'].forEach((id) => new S3AccessPolicy(stack, id, { regions: ['us-east-2'] }));
    });

    expect(locals.agent_buckets).toEqual(agentBucketFile.content);
    expect(Object.keys(locals).filter((name) => name.endsWith('agent_buckets'))).toEqual([
      'agent_buckets',
      'one_input_agent_buckets',
      'other_input_agent_buckets',
    ]);
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
    [{ regions: ['us-gov-west-1'], partition: 'aws' }, '[AgentBucketRegion]'],
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
