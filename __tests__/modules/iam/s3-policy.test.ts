import { Construct } from 'constructs';
import { expr } from '../../../generator/expression';
import { asksForS3Policy, createS3Policy } from '../../../modules/iam/s3-policy';
import type { S3Policies, S3PolicyOptions } from '../../../modules/iam/s3-policy';
import { partitionInput } from '../../../modules/iam/partition';
import { s3Inputs } from '../../../modules/iam/s3-inputs';
import { blockAt } from '../../fixtures/emitted-module';
import { emittedStack } from '../../fixtures/emitted-stack';
import { temporaryFolders } from '../../fixtures/temporary-folder';
import { variablesOf } from '../../fixtures/variables-of';

const newFolder = temporaryFolders();
const references = variablesOf({ ...s3Inputs, ...partitionInput });
const options: S3PolicyOptions = {
  name: expr`var.policy_name`,
  path: expr`var.path`,
  tags: expr`var.tags`,
  description: 'What it is for.',
  partition: expr`local.partition`,
  preconditions: [{ condition: expr`var.fine`, errorMessage: 'not fine' }],
};

/** Emits the policies of a module. */
function emitted(more: Partial<S3PolicyOptions> = {}) {
  let made: S3Policies | undefined;
  const configuration = emittedStack(newFolder(), (stack) => {
    made = createS3Policy(new Construct(stack, 'Default'), references, { ...options, ...more });
  });
  const policy = blockAt(configuration, 'resource', 'aws_iam_policy', 's3');
  return { made, policy, locals: configuration.locals ?? {} };
}

test('the policies are resources by their kinds, named after them', () => {
  const { made, policy } = emitted();

  expect(made).toEqual({
    policies: expr`aws_iam_policy.s3`,
    count: expr`length(local.s3_policies)`,
  });
  expect(policy).toMatchObject({
    description: 'What it is for.',
    for_each: '${toset(local.s3_policies)}',
    name: '${var.policy_name}-${each.key}',
    path: '${var.path}',
    policy: '${local.s3_documents[each.key]}',
    tags: '${var.tags}',
  });
});

test('the first policy of agent buckets has no number, the others have theirs', () => {
  const { locals } = emitted();

  expect(locals.agent_policies).toBe(
    '${{ for i, regions in chunklist(tolist(var.regions), local.regions_per_policy[var.agent_buckets]) : ' +
      'i == 0 ? "agent" : "agent-${i + 1}" => regions }}',
  );
  expect(locals.regions_per_policy).toEqual({ all: 10, classic: 13, current: 14 });
  expect(locals['//']).toMatchObject({
    regions_per_policy: 'The most that fit into 6,144 characters, whichever regions they are.',
  });
});

test('own buckets have a policy beside those of agent buckets, each as one document', () => {
  const { locals } = emitted();

  expect(locals.s3_statements).toBe(
    '${merge(local.agent_policy_statements, { buckets = local.own_bucket_statements })}',
  );
  expect(locals.s3_documents).toBe(
    '${{ for policy, statements in local.s3_statements : policy => jsonencode({ Version = "2012-10-17", Statement = statements }) }}',
  );
});

test('there is one of own buckets only if there are any', () => {
  expect(emitted().locals.s3_policies).toBe(
    '${concat(keys(local.agent_policies), length(var.s3_buckets) > 0 ? ["buckets"] : [])}',
  );
});

describe('what has to hold', () => {
  const codes = () => {
    const { lifecycle } = emitted().policy as {
      lifecycle: { precondition: readonly { condition: string; error_message: string }[] };
    };
    return lifecycle.precondition.map(
      ({ error_message }) => /\[(\w+)\]$/.exec(error_message)?.[1] ?? error_message,
    );
  };

  test('is that the policy fits, and in an app what the module says and that the regions are known', () => {
    expect(codes()).toEqual(['S3PolicySize', 'not fine', 'AgentBucketRegion']);
  });
});

test('regions and buckets ask for a policy', () => {
  expect(asksForS3Policy(references)).toEqual(
    expr`length(var.regions) + length(var.s3_buckets) > 0`,
  );
});
