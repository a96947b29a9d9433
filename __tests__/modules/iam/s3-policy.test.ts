import { Construct } from 'constructs';
import { FIRST_S3_POLICY, asksForS3Policy, createS3Policy } from '../../../modules/iam/s3-policy';
import type { S3Policies, S3PolicyOptions } from '../../../modules/iam/s3-policy';
import { blockAt } from '../../fixtures/emitted-module';
import { emittedStack } from '../../fixtures/emitted-stack';
import { temporaryFolders } from '../../fixtures/temporary-folder';

const newFolder = temporaryFolders();
const references = {
  regions: 'var.regions',
  agentBuckets: 'var.agent_buckets',
  additionalAgentBuckets: 'var.additional_agent_buckets',
  s3Buckets: 'var.s3_buckets',
};
const options: S3PolicyOptions = {
  name: 'var.policy_name',
  nameInput: 'policyName',
  path: 'var.path',
  tags: 'var.tags',
  description: 'What it is for.',
  partition: 'local.partition',
  preconditions: [{ condition: '${var.fine}', errorMessage: 'not fine' }],
};

/** Emits the policies of a module. */
function emitted(more: Partial<S3PolicyOptions> = {}) {
  let made: S3Policies | undefined;
  const configuration = emittedStack(newFolder(), (stack) => {
    made = createS3Policy(new Construct(stack, 'Default'), references, { ...options, ...more });
  });
  const policy = blockAt(configuration, 'resource', 'aws_iam_policy', 's3');
  return { made, policy, locals: configuration.locals };
}

test('the policies are numbered resources, each with a whole document', () => {
  const { made, policy } = emitted();

  expect(made).toMatchObject({ address: 'aws_iam_policy.s3', count: 'length(local.s3_policies)' });
  expect(policy).toMatchObject({
    description: 'What it is for.',
    for_each: '${local.s3_policies}',
    path: '${var.path}',
    policy: '${jsonencode(each.value)}',
    tags: '${var.tags}',
  });
});

test('an attribute of all of them is listed by their numbers, "10" behind "2"', () => {
  const { made } = emitted();

  expect(made?.inOrder('arn')).toBe(
    '[for number in range(1, length(local.s3_policies) + 1) : aws_iam_policy.s3[tostring(number)].arn if contains(keys(aws_iam_policy.s3), tostring(number))]',
  );
});

test('the first bears the name alone, the others their number as well', () => {
  expect(FIRST_S3_POLICY).toBe('each.key == "1"');
  expect(emitted().policy).toHaveProperty(
    'name',
    '${each.key == "1" ? var.policy_name : "${var.policy_name}-${each.key}"}',
  );
});

test('what has to hold is tested before the limits of IAM', () => {
  const { policy } = emitted();
  const { lifecycle } = policy as {
    lifecycle: { precondition: readonly { condition: string; error_message: string }[] };
  };

  expect(lifecycle.precondition).toEqual([
    { condition: '${var.fine}', error_message: 'not fine' },
    {
      condition: '${!(each.key == "1") || length(local.s3_policy_starts) <= 25}',
      error_message: expect.stringMatching(/\[S3PolicyCount\]$/) as string,
    },
    {
      condition:
        '${!(each.key == "1") || length(var.additional_agent_buckets) == 0 || max(0, [for policy in local.s3_policies : length(jsonencode(policy))]...) <= 6144}',
      error_message: expect.stringMatching(/\[S3PolicySize\]$/) as string,
    },
    {
      condition: expect.stringMatching(/^\$\{length\(.*\) <= 128\}$/) as string,
      error_message: expect.stringMatching(/^policy_name must .*\[S3PolicyName\]$/) as string,
    },
  ]);
});

test('there is none without something to grant, unless it is to speak', () => {
  const ofNothing = '{ "1" = { Version = "2012-10-17", Statement = [] } }';

  expect(emitted().locals?.s3_policies).toMatch(/^\$\{\{ for i, start in local\.s3_policy_starts /);
  expect(String(emitted({ always: true }).locals?.s3_policies)).toContain(`merge(${ofNothing}, {`);
});

test('the statements of a document are those of the agent, of the buckets and of their keys', () => {
  const document = String(emitted().locals?.s3_policies);
  const order = ['agent_bucket_statements', 's3_bucket_statements', 'kms_key_statements'].map(
    (name) => document.indexOf(`slice(local.${name}, `),
  );

  expect(order).not.toContain(-1);
  expect(order).toEqual([...order].sort((a, b) => a - b));
});

test('own buckets are counted before the regions, which may become more', () => {
  const sizes = String(emitted().locals?.s3_policy_sizes);

  expect(sizes.indexOf('var.s3_buckets')).toBeLessThan(sizes.indexOf('local.agent_bucket_names'));
});

test('regions, buckets and more agent buckets ask for a policy', () => {
  expect(asksForS3Policy(references)).toBe(
    'length(var.regions) + length(var.s3_buckets) + length(var.additional_agent_buckets) > 0',
  );
});
