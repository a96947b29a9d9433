import { IamPolicy } from '@cdktf/provider-aws/lib/iam-policy';
import { TerraformLocal } from 'cdktf';
import type { Precondition } from 'cdktf';
import type { Construct } from 'constructs';
import { pin } from '../../generator/address';
import { explainLocal } from '../../generator/blocks';
import { hcl, template } from '../../generator/hcl';
import type { References } from '../../generator/inputs';
import {
  AGENT_BUCKETS_AS_OF,
  AGENT_BUCKET_FAMILIES,
  PATCH_MANAGER_SUFFIXES,
  RENAMED_BUCKETS,
} from './agent-buckets';
import { awsPage } from './aws-pages';
import { document } from './document';
import type { s3Inputs } from './s3-inputs';

/** Characters of a managed policy without white space, of which `jsonencode` writes none. */
const LONGEST_POLICY = 6144;

/** What the policy is called and when there is one. */
export interface S3PolicyOptions {
  /** Expression of the name. */
  readonly name: string;
  readonly path: string;
  readonly tags: string;
  /** Expression of the description. */
  readonly description: string;
  /** Expression of the partition. */
  readonly partition: string;
  /** Condition under which there is a policy; always, if left out. */
  readonly wanted?: string;
  readonly preconditions?: readonly Precondition[];
}

type S3References = References<typeof s3Inputs>;

/** Condition that the inputs ask for a policy at all. */
export function asksForS3Policy(ref: S3References): string {
  return `length(${ref.regions}) + length(${ref.s3Buckets}) > 0`;
}

/**
 * Makes the custom policy for S3 access.
 *
 * @returns address of the policies, keyed by their number
 */
export function createS3Policy(
  scope: Construct,
  ref: S3References,
  options: S3PolicyOptions,
): string {
  const agent = agentBucketStatements(scope, ref, options.partition);
  const own = ownBucketStatements(scope, ref, options.partition);
  const policy = document(scope, 's3_policy', template(`concat(${agent}, ${own})`));
  const resource = new IamPolicy(scope, 's3', {
    name: template(options.name),
    path: template(options.path),
    description: options.description,
    policy: template(`jsonencode(${policy})`),
    lifecycle: { precondition: [...(options.preconditions ?? []), fitsIntoPolicy(policy)] },
  });
  resource.addOverride('tags', template(options.tags));
  resource.addOverride('for_each', template(keys(options.wanted)));
  return pin(resource);
}

/**
 * IAM would refuse the policy at apply. Its length is only known once the
 * document is put together, so this has no counterpart for literal props.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
function fitsIntoPolicy(policy: string): Precondition {
  const length = `length(jsonencode(${policy}))`;
  return {
    condition: template(`${length} <= ${LONGEST_POLICY}`),
    errorMessage: `regions and s3_buckets must make a policy of at most ${LONGEST_POLICY} characters, got ${template(length)}; name fewer, set agent_buckets to "current", or put some into another s3-access-policy module [S3PolicySize]`,
  };
}

/** Policies are numbered, so that their keys are known before anything else is. */
function keys(wanted: string | undefined): string {
  return wanted === undefined ? 'toset(["1"])' : `toset(${wanted} ? ["1"] : [])`;
}

/** One statement a region, as AWS recommends: a wildcard would reach buckets that are not AWS's. */
function agentBucketStatements(scope: Construct, ref: S3References, partition: string): string {
  const known = pin(
    new TerraformLocal(scope, 'agent_buckets', {
      families: AGENT_BUCKET_FAMILIES,
      patch_manager_suffixes: PATCH_MANAGER_SUFFIXES,
      renamed_buckets: RENAMED_BUCKETS,
    }),
  );
  explainLocal(
    scope,
    'agent_buckets',
    `As of ${AGENT_BUCKETS_AS_OF}: ${awsPage.agentBuckets} and ${awsPage.patchBuckets}`,
  );
  const buckets = hcl`[for family in ${known}.families[${ref.agentBuckets}] :
      replace(replace(family, "REGION", region), "SUFFIX", lookup(${known}.patch_manager_suffixes, region, ""))
      if !endswith(family, "SUFFIX") || contains(keys(${known}.patch_manager_suffixes), region)]`;
  const bucketArn = `arn:${template(partition)}:s3:::${template(`lookup(${known}.renamed_buckets, bucket, bucket)`)}`;
  const statements = hcl`[for region in sort(${ref.regions}) : {
    Effect = "Allow",
    Action = "s3:GetObject",
    Resource = [for bucket in ${buckets} : "${bucketArn}/*"]
  }]`;
  return pin(new TerraformLocal(scope, 'agent_bucket_statements', template(statements)));
}

/** One statement a bucket, and one for the key that encrypts it. */
function ownBucketStatements(scope: Construct, ref: S3References, partition: string): string {
  const bucketArn = `arn:${template(partition)}:s3:::${template('bucket.name')}`;
  const folder = template('bucket.prefix == null ? "" : "${trimsuffix(bucket.prefix, "/")}/"');
  const s3 = hcl`[for bucket in ${ref.s3Buckets} : {
    Effect = "Allow",
    Action = concat(
      bucket.access == "write" ? [] : ["s3:GetObject"],
      bucket.access == "read" ? [] : ["s3:PutObject"],
      bucket.cross_account ? ["s3:PutObjectAcl"] : [],
      bucket.encrypted ? ["s3:GetEncryptionConfiguration"] : []),
    Resource = concat(["${bucketArn}/${folder}*"], bucket.encrypted ? ["${bucketArn}"] : [])
  }]`;
  // writing needs Decrypt as well: S3 decrypts the parts of a multipart upload to assemble them
  const kms = hcl`[for bucket in ${ref.s3Buckets} : {
    Effect = "Allow",
    Action = concat(["kms:Decrypt"], bucket.access == "read" ? [] : ["kms:GenerateDataKey"]),
    Resource = bucket.kms_key_arn
  } if bucket.kms_key_arn != null]`;
  return pin(new TerraformLocal(scope, 's3_bucket_statements', template(`concat(${s3}, ${kms})`)));
}
