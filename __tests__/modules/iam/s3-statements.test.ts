import { Construct } from 'constructs';
import { expr } from '../../../generator/expression';
import { agentStatements, bucketStatements, s3Arn } from '../../../modules/iam/s3-statements';
import { partitionInput } from '../../../modules/iam/partition';
import { s3Inputs } from '../../../modules/iam/s3-inputs';
import { emittedStack } from '../../fixtures/emitted-stack';
import { temporaryFolders } from '../../fixtures/temporary-folder';
import { variablesOf } from '../../fixtures/variables-of';

// which statements they make is for Terraform to say: see e2e/s3-policies.test.ts
const newFolder = temporaryFolders();
const references = variablesOf({ ...s3Inputs, ...partitionInput });

const partition = expr<string>`local.partition`;

const { locals = {} } = emittedStack(newFolder(), (stack) => {
  const module = new Construct(stack, 'Default');
  const arn = s3Arn(module, partition);
  agentStatements(module, references, partition, arn);
  bucketStatements(module, references, arn);
});

test('what the ARN of any bucket begins with is written once', () => {
  expect(locals.s3_arn).toBe('arn:${local.partition}:s3:::');
  expect(JSON.stringify(locals).split('s3:::')).toHaveLength(2);
});

test('a region has one statement that only reads objects of its buckets', () => {
  expect(locals.agent_statements).toBe(
    '${{ for region, names in local.region_buckets : region => ' +
      '{ Effect = "Allow", Action = "s3:GetObject", Resource = formatlist("${local.s3_arn}%s/*", names) } }}',
  );
});

test('the buckets of a region are those of the chosen list in the partition; none where there are none', () => {
  expect(locals.region_buckets).toBe(
    '${{ for region, names in try(local.agent_buckets.buckets[local.partition][var.agent_buckets], {}) : ' +
      'region => names if contains(var.regions, region) }}',
  );
});

test('own buckets have a statement for each access, in which nothing varies but the resources', () => {
  const statements = locals.bucket_statements as { Resource: string }[];
  const objects = (condition: string): string =>
    `\${[for bucket in local.s3_buckets : "\${bucket.arn}/\${bucket.folder}*" if ${condition}]}`;
  const keys = (condition: string): string =>
    `\${distinct([for bucket in local.s3_buckets : bucket.kms_key_arn if bucket.kms_key_arn != null && ${condition}])}`;

  const throughS3 = { StringLike: { 'kms:ViaService': 's3.*.amazonaws.com' } };

  expect(statements).toEqual([
    {
      Sid: 'ReadBuckets',
      Effect: 'Allow',
      Action: 's3:GetObject',
      Resource: objects('bucket.access == "read"'),
    },
    {
      Sid: 'WriteBuckets',
      Effect: 'Allow',
      Action: 's3:PutObject',
      Resource: objects('bucket.access == "write"'),
    },
    {
      Sid: 'ReadWriteBuckets',
      Effect: 'Allow',
      Action: ['s3:GetObject', 's3:PutObject'],
      Resource: objects('bucket.access == "read-write"'),
    },
    {
      Sid: 'WriteAcls',
      Effect: 'Allow',
      Action: 's3:PutObjectAcl',
      Resource: objects('bucket.cross_account'),
      Condition: { StringEquals: { 's3:x-amz-acl': 'bucket-owner-full-control' } },
    },
    {
      Sid: 'ListBuckets',
      Effect: 'Allow',
      Action: 's3:ListBucket',
      Resource:
        '${distinct([for bucket in local.s3_buckets : bucket.arn if bucket.list && bucket.access != "write" && bucket.prefix == null])}',
    },
    {
      Sid: 'ReadEncryption',
      Effect: 'Allow',
      Action: 's3:GetEncryptionConfiguration',
      Resource: '${distinct([for bucket in local.s3_buckets : bucket.arn if bucket.encrypted])}',
    },
    {
      Sid: 'DecryptObjects',
      Effect: 'Allow',
      Action: 'kms:Decrypt',
      Resource: keys('bucket.access == "read"'),
      Condition: throughS3,
    },
    {
      Sid: 'EncryptObjects',
      Effect: 'Allow',
      Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
      Resource: keys('bucket.access != "read"'),
      Condition: throughS3,
    },
  ]);
});

test('a folder that is read is listed in a statement of its own, by its name and below it', () => {
  expect(locals.listed_folders).toBe(
    '${[for bucket in local.s3_buckets : bucket if bucket.list && bucket.access != "write" && bucket.prefix != null]}',
  );
  expect(locals.folder_conditions).toBe(
    '${[for bucket in local.listed_folders : { StringLike = { "s3:prefix" = [bucket.prefix, "${bucket.folder}*"] } }]}',
  );
  expect(locals.folder_statements).toBe(
    '${[for i, bucket in local.listed_folders : { Effect = "Allow", Action = "s3:ListBucket", Resource = bucket.arn, Condition = local.folder_conditions[i] }]}',
  );
});

test('what would name nothing is left out', () => {
  expect(locals.own_bucket_statements).toBe(
    '${[for statement in concat(local.bucket_statements, local.folder_statements) : statement if length(statement.Resource) > 0]}',
  );
});

test('a folder has one slash behind it, however it was given', () => {
  expect(locals.s3_buckets).toBe(
    '${[for bucket in var.s3_buckets : merge(bucket, { arn = "${local.s3_arn}${bucket.name}", folder = try("${trimsuffix(bucket.prefix, "/")}/", "") })]}',
  );
});
