import { TerraformLocal } from 'cdktf';
import type { Construct } from 'constructs';
import { pin } from '../../generator/address';
import { explainLocal } from '../../generator/blocks';
import { readDataFile } from '../../generator/data-files';
import { hcl, template } from '../../generator/hcl';
import type { References } from '../../generator/inputs';
import { agentBucketFile } from './agent-buckets';
import { conditionOf, textOf } from './permissions/hcl';
import type { At } from './permissions/hcl';
import { AGENT_ACTION, BUCKET_ARN, BUCKET_STATEMENTS, NAMED } from './s3-grants';
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

/** Puts what the ARN of a bucket begins with into a local. */
export const s3Arn = (scope: Construct, partition: string): string =>
  local(
    scope,
    's3_arn',
    textOf(BUCKET_ARN, () => partition),
  );

/**
 * One statement a region, as AWS recommends: a wildcard would reach buckets that are not AWS's.
 *
 * @param arn address of what their ARNs begin with
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
        Resource = formatlist("${template(arn)}%s/*", names) } }`,
    ),
  );
  return { buckets, byRegion };
}

/**
 * The statements on buckets of the caller's.
 *
 * @param arn address of what their ARNs begin with
 * @returns address of the list; a statement may come to name nothing
 */
export function bucketStatements(
  scope: Construct,
  { s3Buckets }: S3References,
  arn: string,
): string {
  const named = (text: string): string =>
    `"${template(arn)}${textOf(text.slice(BUCKET_ARN.length), ofBucket)}"`;
  const objects = local(
    scope,
    's3_objects',
    template(`[for bucket in ${s3Buckets} : ${named(NAMED.objects)}]`),
  );
  const buckets = local(
    scope,
    's3_buckets',
    template(
      hcl`[for i, bucket in ${s3Buckets} : merge(bucket, { arn = ${named(NAMED.bucket)},
        objects = ${objects}[i] })]`,
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

const ATTRIBUTE: Readonly<Record<BucketStatement['resources'], string>> = {
  objects: 'bucket.objects',
  bucket: 'bucket.arn',
  key: 'bucket.kms_key_arn',
};

const ofBucket: At = (path) => path.replace(/^each\.value\./, 'bucket.');

function resourcesOf({ resources, when }: BucketStatement, buckets: string): string {
  const named = `[for bucket in ${buckets} : ${ATTRIBUTE[resources]} if ${conditionOf(when, ofBucket)}]`;
  // one key may serve many buckets, and one bucket have many folders
  return resources === 'objects' ? named : `distinct(${named})`;
}
