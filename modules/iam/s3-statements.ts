import { TerraformLocal } from 'cdktf';
import type { Construct } from 'constructs';
import { pin } from '../../generator/address';
import { explainLocal } from '../../generator/blocks';
import { hcl, template } from '../../generator/hcl';
import type { References } from '../../generator/inputs';
import {
  AGENT_BUCKETS_AS_OF,
  AGENT_BUCKET_FAMILIES,
  AGENT_BUCKET_REGIONS,
  PATCH_MANAGER_SUFFIXES,
  RENAMED_BUCKETS,
} from './agent-buckets';
import { LONGEST_KEY_ARN } from './arns';
import { awsPage } from './aws-pages';
import { LONGEST_BUCKET_NAME } from './bucket-names';
import { PARTITIONS, partitionExpression } from './regions';
import type { s3Inputs } from './s3-inputs';

export type S3References = References<typeof s3Inputs>;

/** Statements for the regions or for the buckets, one unit each that a policy holds whole. */
export interface Units {
  /** Expressions of lists with an entry for each unit: a statement, or a list of statements. */
  readonly statements: readonly string[];
  /** Expression of the list of their characters, with the commas behind them. */
  readonly sizes: string;
}

const LONGEST_PARTITION = Math.max(...PARTITIONS.map(({ length }) => length));

const QUOTES = '""';

/** Characters that JSON needs around what varies in a statement and stands as "" here, with the comma behind it. */
const around = (statement: object): number =>
  JSON.stringify(statement).replaceAll(QUOTES, '').length + 1;

/** One statement a region, as AWS recommends: a wildcard would reach buckets that are not AWS's. */
export function agentBucketUnits(scope: Construct, ref: S3References, partition: string): Units {
  const known = knownAgentBuckets(scope);
  const regions = local(scope, 'agent_bucket_regions', regionsInOrder(known, ref));
  const suffix = `try(regex("(?:^| )${template('region')}=([^ ]+)", ${known}.patch_manager_suffixes)[0], "")`;
  const families = `split(" ", ${known}.families[${ref.agentBuckets}])`;
  const published = hcl`flatten([for suffix in [${suffix}] : [for family in ${families} :
    replace(replace(family, "REGION", region), "SUFFIX", suffix) if suffix != "" || !endswith(family, "SUFFIX")]])`;
  // a set is sorted each time that it is searched, so it is made a list once
  const names = local(
    scope,
    'agent_bucket_names',
    hcl`flatten([for asked in [tolist(${ref.regions})] : [for region in ${regions} : { names = distinct(concat(
      [for name in contains(asked, region) ? ${published} : [] : lookup(${known}.renamed_buckets, name, name)],
      sort(lookup(${ref.additionalAgentBuckets}, region, [])))) }]])[*].names`,
  );
  const bucketArn = `arn:${template(partition)}:s3:::${template('name')}`;
  const statements = hcl`[for names in ${names} : {
    Effect = "Allow",
    Action = "s3:GetObject",
    Resource = [for name in names : "${bucketArn}/*"]
  }]`;
  // the names come with their quotes and commas; a region tells its partition where the data source is not read yet
  const perName = 'arn::s3:::/*'.length;
  const sizes = hcl`[for i, names in ${names} : ${String(around({ Action: 's3:GetObject', Effect: 'Allow', Resource: '' }))}
    + length(jsonencode(names)) + length(names) * (${String(perName)}
    + length(${partitionExpression(`${regions}[i]`)}))]`;
  return { statements: [local(scope, 'agent_bucket_statements', statements)], sizes };
}

/** A list or table as one text: Terraform parses each literal of a `.tf.json` file by itself, in every instance. */
const words = (texts: readonly string[]): string => texts.join(' ');

function knownAgentBuckets(scope: Construct): string {
  explainLocal(
    scope,
    'agent_buckets',
    `As of ${AGENT_BUCKETS_AS_OF}: ${awsPage.agentBuckets} and ${awsPage.patchBuckets}`,
  );
  return pin(
    new TerraformLocal(scope, 'agent_buckets', {
      families: Object.fromEntries(
        Object.entries(AGENT_BUCKET_FAMILIES).map(([choice, families]) => [
          choice,
          words(families),
        ]),
      ),
      patch_manager_suffixes: words(
        Object.entries(PATCH_MANAGER_SUFFIXES).map((pair) => pair.join('=')),
      ),
      regions: words(AGENT_BUCKET_REGIONS),
      renamed_buckets: RENAMED_BUCKETS,
    }),
  );
}

function regionsInOrder(known: string, ref: S3References): string {
  const { regions, additionalAgentBuckets: additional } = ref;
  // nothing is searched where nobody asks
  return hcl`flatten([for all in length(${regions}) + length(${additional}) > 0 ? [tolist(setunion(${regions}, keys(${additional})))] : [] :
    [for known in [split(" ", ${known}.regions)] : concat([for region in known : region if contains(all, region)], sort(setsubtract(all, known)))]])`;
}

/** One statement a bucket, and one for the key that encrypts it. */
export function ownBucketUnits(scope: Construct, ref: S3References, partition: string): Units {
  const bucketArn = `arn:${template(partition)}:s3:::${template('bucket.name')}`;
  const folder = template('bucket.prefix == null ? "" : "${trimsuffix(bucket.prefix, "/")}/"');
  const actions = local(
    scope,
    's3_bucket_actions',
    hcl`[for bucket in ${ref.s3Buckets} : concat(
      bucket.access == "write" ? [] : ["s3:GetObject"],
      bucket.access == "read" ? [] : ["s3:PutObject"],
      bucket.cross_account ? ["s3:PutObjectAcl"] : [],
      bucket.encrypted ? ["s3:GetEncryptionConfiguration"] : [])]`,
  );
  const s3 = hcl`[for i, bucket in ${ref.s3Buckets} : {
    Effect = "Allow",
    Action = ${actions}[i],
    Resource = concat(["${bucketArn}/${folder}*"], bucket.encrypted ? ["${bucketArn}"] : [])
  }]`;
  // writing needs Decrypt as well: S3 decrypts the parts of a multipart upload to assemble them
  const kms = hcl`[for bucket in ${ref.s3Buckets} : [for key in [bucket.kms_key_arn] : {
    Effect = "Allow",
    Action = concat(["kms:Decrypt"], bucket.access == "read" ? [] : ["kms:GenerateDataKey"]),
    Resource = key
  } if key != null]]`;
  return {
    statements: [local(scope, 's3_bucket_statements', s3), local(scope, 'kms_key_statements', kms)],
    sizes: ownBucketSizes(ref, actions),
  };
}

/** The name of a bucket and its key's ARN may be unknown until apply, so they count with the most they can be. */
function ownBucketSizes(ref: S3References, actions: string): string {
  const s3 = around({ Action: '', Effect: 'Allow', Resource: [] });
  const kms = around({
    Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
    Effect: 'Allow',
    Resource: '',
  });
  const objects = '"arn::s3:::/*"'.length + LONGEST_BUCKET_NAME;
  const bucket = ',"arn::s3:::"'.length + LONGEST_BUCKET_NAME;
  const whole = s3 + objects + kms + LONGEST_KEY_ARN + QUOTES.length;
  // all regions are of one partition: see regionsInPartition
  const partition = hcl`try([for region in ${ref.regions} : length(${partitionExpression('region')})][0], ${String(LONGEST_PARTITION)})`;
  // a prefix comes with its quotes and leaves with a slash
  return hcl`flatten([for partition in [${partition}] : [for i, bucket in ${ref.s3Buckets} :
    ${String(whole)} + length(jsonencode(${actions}[i])) + (bucket.encrypted ? ${String(bucket)} + 2 * partition : partition)
    + (bucket.prefix == null ? 0 : length(jsonencode(bucket.prefix)) - 1)]])`;
}

function local(scope: Construct, name: string, expression: string): string {
  return pin(new TerraformLocal(scope, name, template(expression)));
}
