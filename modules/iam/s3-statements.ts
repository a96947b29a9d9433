import type { Construct } from 'constructs';
import { local } from '../../generator/blocks';
import { readDataFile } from '../../generator/data-files';
import { Expr, expr, literal, text } from '../../generator/expression';
import type { MapOf } from '../../generator/expression';
import type { References } from '../../generator/inputs';
import { agentBucketFile } from './agent-buckets';
import type { partitionInput } from './partition';
import { conditionOf, expressionOf, textOf } from './permissions/hcl';
import type { At } from './permissions/hcl';
import { AGENT_ACTION, BUCKET_ARN, BUCKET_STATEMENTS, NAMED } from './s3-grants';
import type { BucketStatement } from './s3-grants';
import type { s3Inputs } from './s3-inputs';

export type S3References = References<typeof s3Inputs & typeof partitionInput>;

/** What the ARN of a bucket begins with. */
export const s3Arn = (scope: Construct, partition: Expr<string>): Expr<string> =>
  local<string>(
    scope,
    's3_arn',
    textOf(BUCKET_ARN, () => partition),
  );

/**
 * Buckets of AWS in the regions asked for, and one statement a region, as AWS recommends: a
 * wildcard would reach buckets that are not AWS's.
 *
 * @param arn what their ARNs begin with
 */
export function agentStatements(
  scope: Construct,
  { regions, agentBuckets }: S3References,
  partition: Expr<string>,
  arn: Expr<string>,
): { buckets: Expr<MapOf<readonly string[]>>; byRegion: Expr<MapOf<object>> } {
  const file = readDataFile(scope, agentBucketFile, expr`length(${regions}) > 0`);
  const known = expr`try(${file}.buckets[${partition}][${agentBuckets}], {})`;
  const asked = expr`for region, names in ${known} : region => names if contains(${regions}, region)`;
  const buckets = local<MapOf<string[]>>(scope, 'region_buckets', expr`{ ${asked} }`);
  const grant = expr`Effect = "Allow", Action = ${literal(AGENT_ACTION)}`;
  const objects = expr`Resource = formatlist(${text`${arn}%s/*`}, names)`;
  const each = expr`for region, names in ${buckets} : region => { ${grant}, ${objects} }`;
  const byRegion = local<MapOf<object>>(scope, 'agent_statements', expr`{ ${each} }`);
  return { buckets, byRegion };
}

/**
 * The statements on buckets of the caller's; one may come to name nothing.
 *
 * @param arn what their ARNs begin with
 */
export function bucketStatements(
  scope: Construct,
  { s3Buckets }: S3References,
  arn: Expr<string>,
): Expr<readonly object[]> {
  const named = expr`{ arn = ${text`${arn}${expr`bucket.name`}`}, folder = ${folderOfBucket} }`;
  const all = expr`[for bucket in ${s3Buckets} : merge(bucket, ${named})]`;
  const buckets = local(scope, 's3_buckets', all);
  return local<readonly object[]>(
    scope,
    'bucket_statements',
    BUCKET_STATEMENTS.map((statement) => ({
      Sid: statement.sid,
      Effect: 'Allow',
      Action: statement.actions.length === 1 ? String(statement.actions[0]) : statement.actions,
      Resource: resourcesOf(statement, buckets),
    })),
    // the defaults are in the next file, and decide what most buckets get
    `What ${s3Buckets.name} grants; default: read-write, encrypted. Empty statements are left out.`,
  );
}

const FOLDER = '${folder(each.value.prefix)}';

const ofBucket: At = (path) => new Expr(path.replace(/^each\.value\./, 'bucket.'));

const folderOfBucket = new Expr(textOf(FOLDER, ofBucket).slice(2, -1));

/** What is named of a bucket, with the ARN and the folder that it has in the local. */
function namedOf(resources: BucketStatement['resources']): Expr<string> {
  const named = NAMED[resources]
    .replace(NAMED.bucket, '${each.value.arn}')
    .replace(FOLDER, '${each.value.folder}');
  return expressionOf(named, ofBucket);
}

function resourcesOf(
  { resources, when }: BucketStatement,
  buckets: Expr<unknown>,
): Expr<readonly string[]> {
  const condition = conditionOf(when, ofBucket);
  const named = expr<string[]>`[for bucket in ${buckets} : ${namedOf(resources)} if ${condition}]`;
  // one key may serve many buckets, and one bucket have many folders
  return resources === 'objects' ? named : expr`distinct(${named})`;
}
