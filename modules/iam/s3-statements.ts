import { TerraformLocal } from 'cdktf';
import type { Construct } from 'constructs';
import { pin } from '../../generator/address';
import { explainLocal } from '../../generator/blocks';
import { readDataFile } from '../../generator/data-files';
import { hcl, literalExpression, template } from '../../generator/hcl';
import type { References } from '../../generator/inputs';
import { agentBucketFile } from './agent-buckets';
import type { When } from './permissions/model';
import { AGENT_ACTION, BUCKET_STATEMENTS } from './s3-grants';
import type { BucketStatement } from './s3-grants';
import type { s3Inputs } from './s3-inputs';

export type S3References = References<typeof s3Inputs>;

/**
 * Puts something into a local.
 *
 * @param comment what it is, if its name does not say it all
 */
export function local(scope: Construct, name: string, value: unknown, comment?: string): string {
  if (comment !== undefined) {
    explainLocal(scope, name, comment);
  }
  return pin(new TerraformLocal(scope, name, value));
}

/** The statements on buckets of AWS, and what they are made from. */
export interface AgentStatements {
  /** Address of the map region => names of its buckets, of the regions asked for. */
  readonly buckets: string;
  /** Address of the map region => statement. */
  readonly byRegion: string;
}

/** What the ARN of a bucket begins with. */
export function s3Arn(scope: Construct, partition: string): string {
  return template(local(scope, 's3_arn', `arn:${template(partition)}:s3:::`));
}

/**
 * One statement a region, as AWS recommends: a wildcard would reach buckets that are not AWS's.
 *
 * @param arn what their ARNs begin with
 */
export function agentStatements(
  scope: Construct,
  { regions, agentBuckets }: S3References,
  partition: string,
  arn: string,
): AgentStatements {
  const file = readDataFile(scope, agentBucketFile);
  const buckets = local(
    scope,
    'region_buckets',
    template(
      hcl`{ for region, names in try(${file}.buckets[${partition}][${agentBuckets}], {}) :
        region => names if contains(${regions}, region) }`,
    ),
  );
  const byRegion = local(
    scope,
    'agent_statements',
    template(
      hcl`{ for region, names in ${buckets} : region => { Effect = "Allow", Action = "${AGENT_ACTION}",
        Resource = formatlist("${arn}%s/*", names) } }`,
    ),
  );
  return { buckets, byRegion };
}

/**
 * The statements on buckets of the caller's.
 *
 * @param arn what their ARNs begin with
 * @returns address of the list; a statement may come to name nothing
 */
export function bucketStatements(
  scope: Construct,
  { s3Buckets }: S3References,
  arn: string,
): string {
  const folder = template('bucket.prefix == null ? "" : "${trimsuffix(bucket.prefix, "/")}/"');
  const objects = local(
    scope,
    's3_objects',
    template(`[for bucket in ${s3Buckets} : "${template('bucket.name')}/${folder}*"]`),
  );
  const buckets = local(
    scope,
    's3_buckets',
    template(
      hcl`[for i, bucket in ${s3Buckets} : merge(bucket, { arn = "${arn}${template('bucket.name')}",
        objects = "${arn}${template(`${objects}[i]`)}" })]`,
    ),
  );
  return local(
    scope,
    'bucket_statements',
    BUCKET_STATEMENTS.map((statement) => ({
      Sid: statement.sid,
      Effect: 'Allow',
      Action: statement.actions.length === 1 ? statement.actions[0] : statement.actions,
      Resource: template(resourcesOf(statement, buckets)),
    })),
    // the defaults are in the next file, and decide what most buckets get
    'What s3_buckets grants; default: read-write, encrypted. Empty statements are left out.',
  );
}

const NAMED: Readonly<Record<BucketStatement['resources'], string>> = {
  objects: 'bucket.objects',
  bucket: 'bucket.arn',
  key: 'bucket.kms_key_arn',
};

function resourcesOf({ resources, when }: BucketStatement, buckets: string): string {
  const named = `[for bucket in ${buckets} : ${NAMED[resources]} if ${when.map(conditionOf).join(' && ')}]`;
  // one key may serve many buckets, and one bucket have many folders
  return resources === 'objects' ? named : `distinct(${named})`;
}

/** A test on `each.value` as a condition on `bucket`. */
function conditionOf({ value, test, operands = [] }: When): string {
  const path = value.replace(/^each\.value\./, 'bucket.');
  const [operator, joint] = test === 'is' ? ['==', ' || '] : ['!=', ' && '];
  return operands
    .map((operand) =>
      operand === true ? path : `${path} ${operator} ${literalExpression(operand)}`,
    )
    .join(joint);
}
