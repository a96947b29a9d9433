import { Construct } from 'constructs';
import { agentBucketUnits, ownBucketUnits } from '../../../modules/iam/s3-statements';
import type { Units } from '../../../modules/iam/s3-statements';
import { partitionExpression } from '../../../modules/iam/regions';
import { emittedStack } from '../../fixtures/emitted-stack';
import { temporaryFolders } from '../../fixtures/temporary-folder';

// which statements and sizes they make is for Terraform to say: see e2e/packing.test.ts
const newFolder = temporaryFolders();
const references = {
  regions: 'var.regions',
  agentBuckets: 'var.agent_buckets',
  additionalAgentBuckets: 'var.additional_agent_buckets',
  s3Buckets: 'var.s3_buckets',
};

const units = { agent: {} as Units, own: {} as Units };
const { locals = {} } = emittedStack(newFolder(), (stack) => {
  const module = new Construct(stack, 'Default');
  units.agent = agentBucketUnits(module, references, 'local.partition');
  units.own = ownBucketUnits(module, references, 'local.partition');
});

test('the statements of a region are one, those of a bucket that and the one of its key', () => {
  expect(units.agent.statements).toEqual(['local.agent_bucket_statements']);
  expect(units.own.statements).toEqual(['local.s3_bucket_statements', 'local.kms_key_statements']);
});

test('a region has one statement that only reads objects of its buckets', () => {
  expect(locals.agent_bucket_statements).toBe(
    '${[for names in local.agent_bucket_names : { Effect = "Allow", Action = "s3:GetObject", ' +
      'Resource = [for name in names : "arn:${local.partition}:s3:::${name}/*"] }]}',
  );
});

test('a bucket has one statement, with what the caller asked for', () => {
  expect(locals.s3_bucket_actions).toBe(
    '${[for bucket in var.s3_buckets : concat( ' +
      'bucket.access == "write" ? [] : ["s3:GetObject"], ' +
      'bucket.access == "read" ? [] : ["s3:PutObject"], ' +
      'bucket.cross_account ? ["s3:PutObjectAcl"] : [], ' +
      'bucket.encrypted ? ["s3:GetEncryptionConfiguration"] : [])]}',
  );
  expect(locals.s3_bucket_statements).toContain(
    'Resource = concat(["arn:${local.partition}:s3:::${bucket.name}/${bucket.prefix == null ? "" : "${trimsuffix(bucket.prefix, "/")}/"}*"], ' +
      'bucket.encrypted ? ["arn:${local.partition}:s3:::${bucket.name}"] : [])',
  );
});

test('a key has one statement, with Decrypt always and GenerateDataKey to write', () => {
  expect(locals.kms_key_statements).toContain(
    'Action = concat(["kms:Decrypt"], bucket.access == "read" ? [] : ["kms:GenerateDataKey"]), Resource = key } if key != null',
  );
});

test.each(['agent', 'own'] as const)('the sizes of the %s units hang on no partition', (name) => {
  expect(units[name].sizes).not.toContain('local.partition');
});

test('the sizes of the buckets hang neither on a name nor on a key, which may be unknown at plan', () => {
  expect(units.own.sizes).not.toMatch(/bucket\.(name|kms_key_arn)/);
});

test('the sizes of the buckets tell the length of the partition from the regions, as far as these tell it', () => {
  const told = `length(${partitionExpression('region')})`;
  const [partition] = units.own.sizes.split(' : [for i, bucket in var.s3_buckets');

  expect(partition).toBe(
    `flatten([for partition in [try([for region in var.regions : ${told}][0], ${'aws-us-gov'.length})]`,
  );
});

test('the sizes of the agent buckets tell it from the region that they are of', () => {
  expect(units.agent.sizes).toContain(
    `length(${partitionExpression('local.agent_bucket_regions[i]')})`,
  );
});

test('the tables are those whose names the expressions use, and say how old they are', () => {
  expect(locals.agent_buckets).toMatchObject({
    families: {
      current: expect.stringContaining(' aws-patch-manager-REGION-SUFFIX ') as string,
    },
    patch_manager_suffixes: expect.stringContaining(' us-east-2=552881074 ') as string,
    regions: expect.stringContaining(' us-east-2 ') as string,
    renamed_buckets: {
      'patch-baseline-snapshot-af-south-1': 'patch-baseline-snapshot-af-south-1-tbxdb5b9',
    },
  });
  expect(locals['//']).toEqual({
    agent_buckets:
      'As of 2026-07-30: https://docs.aws.amazon.com/systems-manager/latest/userguide/ssm-agent-technical-details.html#ssm-agent-minimum-s3-permissions and https://docs.aws.amazon.com/systems-manager/latest/userguide/patch-operations-s3-buckets.html',
  });
});
