import { agentBucketFile } from '../../modules/iam/agent-buckets';
import { S3AccessPolicy } from '../../modules/s3-access-policy/construct';
import { emittedStack } from '../fixtures/emitted-stack';
import { temporaryFolders } from '../fixtures/temporary-folder';

describe('construct', () => {
  const newFolder = temporaryFolders();

  describe('in an app', () => {
    test('buckets are emitted with their defaults', () => {
      const { locals } = emittedStack(newFolder(), (stack) => {
        new S3AccessPolicy(stack, 'nodes', {
          regions: ['us-east-2'],
          s3Buckets: [{ name: 'abc' }],
        });
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
      [{ regions: ['us-east-2'], path: '/a!/' }, '[Path]'],
      [{ regions: ['us-east-2'], tags: { 'a&b': 'y' } }, '[TagCharacters]'],
      [{ regions: ['us-east-2'], partition: 'amazon' }, '[Partition]'],
    ])('a mistake in %j is refused', (props, code) => {
      expect(() =>
        emittedStack(newFolder(), (stack) => new S3AccessPolicy(stack, 'nodes', props)),
      ).toThrow(code);
    });
  });
});
