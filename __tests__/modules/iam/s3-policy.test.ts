import { Construct } from 'constructs';
import { asksForS3Policy, createS3Policy } from '../../../modules/iam/s3-policy';
import type { S3PolicyOptions } from '../../../modules/iam/s3-policy';
import { blockAt } from '../../fixtures/emitted-module';
import { emittedStack } from '../../fixtures/emitted-stack';
import { temporaryFolders } from '../../fixtures/temporary-folder';

const newFolder = temporaryFolders();
const references = {
  regions: 'var.regions',
  agentBuckets: 'var.agent_buckets',
  s3Buckets: 'var.s3_buckets',
};
const options = {
  name: 'var.policy_name',
  path: 'var.path',
  tags: 'var.tags',
  description: 'What it is for.',
  partition: 'local.partition',
};
const FITS = {
  condition: '${length(jsonencode(local.s3_policy)) <= 6144}',
  error_message:
    'regions and s3_buckets must make a policy of at most 6144 characters, got ${length(jsonencode(local.s3_policy))}; name fewer, set agent_buckets to "current", or put some into another s3-access-policy module [S3PolicySize]',
};

/** Emits the policy of a module. */
function emitted(more: Partial<S3PolicyOptions> = {}) {
  let address = '';
  const configuration = emittedStack(newFolder(), (stack) => {
    address = createS3Policy(new Construct(stack, 'Default'), references, { ...options, ...more });
  });
  const policy = blockAt(configuration, 'resource', 'aws_iam_policy', 's3');
  return { address, policy, locals: configuration.locals };
}

test('the policy is a numbered resource that holds the whole document', () => {
  const { address, policy } = emitted();

  expect(address).toBe('aws_iam_policy.s3');
  expect(policy).toEqual({
    '//': expect.any(Object) as object,
    description: 'What it is for.',
    for_each: '${toset(["1"])}',
    lifecycle: { precondition: [FITS] },
    name: '${var.policy_name}',
    path: '${var.path}',
    policy: '${jsonencode(local.s3_policy)}',
    tags: '${var.tags}',
  });
});

test('the policy may be left out, and have more conditions before its own', () => {
  const precondition = { condition: '${true}', errorMessage: 'never' };
  const { policy } = emitted({ wanted: 'var.wanted', preconditions: [precondition] });

  expect(policy).toMatchObject({
    for_each: '${toset(var.wanted ? ["1"] : [])}',
    lifecycle: { precondition: [{ condition: '${true}', error_message: 'never' }, FITS] },
  });
});

test('regions or buckets ask for the policy', () => {
  expect(asksForS3Policy(references)).toBe('length(var.regions) + length(var.s3_buckets) > 0');
});

describe('the document', () => {
  const { locals } = emitted();

  test('is the statements of the agent and those of the caller', () => {
    expect(locals?.s3_policy).toEqual({
      Version: '2012-10-17',
      Statement: '${concat(local.agent_bucket_statements, local.s3_bucket_statements)}',
    });
  });

  test('has one statement a region, in order, that only reads objects of its buckets', () => {
    expect(locals?.agent_bucket_statements).toBe(
      '${[for region in sort(var.regions) : { Effect = "Allow", Action = "s3:GetObject", ' +
        'Resource = [for bucket in ' +
        '[for family in local.agent_buckets.families[var.agent_buckets] : ' +
        'replace(replace(family, "REGION", region), "SUFFIX", lookup(local.agent_buckets.patch_manager_suffixes, region, "")) ' +
        'if !endswith(family, "SUFFIX") || contains(keys(local.agent_buckets.patch_manager_suffixes), region)] : ' +
        '"arn:${local.partition}:s3:::${lookup(local.agent_buckets.renamed_buckets, bucket, bucket)}/*"] }]}',
    );
  });

  test('has one statement a bucket of the caller, with what he asked for', () => {
    const statement =
      '[for bucket in var.s3_buckets : { Effect = "Allow", Action = concat( ' +
      'bucket.access == "write" ? [] : ["s3:GetObject"], ' +
      'bucket.access == "read" ? [] : ["s3:PutObject"], ' +
      'bucket.cross_account ? ["s3:PutObjectAcl"] : [], ' +
      'bucket.encrypted ? ["s3:GetEncryptionConfiguration"] : []), ' +
      'Resource = concat(["arn:${local.partition}:s3:::${bucket.name}/${bucket.prefix == null ? "" : "${trimsuffix(bucket.prefix, "/")}/"}*"], ' +
      'bucket.encrypted ? ["arn:${local.partition}:s3:::${bucket.name}"] : []) }]';

    expect(locals?.s3_bucket_statements).toContain(`\${concat(${statement}, [for bucket in`);
  });

  test('has one statement a key, with Decrypt always and GenerateDataKey to write', () => {
    const statement =
      '[for bucket in var.s3_buckets : { Effect = "Allow", ' +
      'Action = concat(["kms:Decrypt"], bucket.access == "read" ? [] : ["kms:GenerateDataKey"]), ' +
      'Resource = bucket.kms_key_arn } if bucket.kms_key_arn != null]';

    expect(String(locals?.s3_bucket_statements).endsWith(` ${statement})}`)).toBe(true);
  });

  test('is made from tables that say how old they are', () => {
    expect(locals?.['//']).toEqual({
      agent_buckets:
        'As of 2026-07-30: https://docs.aws.amazon.com/systems-manager/latest/userguide/ssm-agent-technical-details.html#ssm-agent-minimum-s3-permissions and https://docs.aws.amazon.com/systems-manager/latest/userguide/patch-operations-s3-buckets.html',
    });
  });

  test('is made from the tables whose names the expression uses', () => {
    expect(locals?.agent_buckets).toMatchObject({
      families: {
        current: expect.arrayContaining(['aws-patch-manager-REGION-SUFFIX']) as string[],
      },
      patch_manager_suffixes: { 'us-east-2': '552881074' },
      renamed_buckets: {
        'patch-baseline-snapshot-af-south-1': 'patch-baseline-snapshot-af-south-1-tbxdb5b9',
      },
    });
  });
});
