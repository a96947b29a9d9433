import type { Construct } from 'constructs';
import { local } from '../../generator/blocks';
import { readDataFile } from '../../generator/data-files';
import { Expr, expr, literal, text } from '../../generator/expression';
import type { MapOf } from '../../generator/expression';
import type { References } from '../../generator/inputs';
import { agentBucketFile } from './agent-buckets';
import { conditionJson } from './document';
import type { partitionInput } from './partition';
import { conditionOf, expressionOf, textOf } from './permissions/hcl';
import type { At } from './permissions/hcl';
import {
  BUCKET_ARN,
  BUCKET_STATEMENTS,
  FOLDER_STATEMENT,
  HAS_KEY,
  NAMED,
} from './own-bucket-grants';
import { AGENT_ACTION } from './s3-grants';
import type { BucketStatement } from './own-bucket-grants';
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
 * Objects in AWS's buckets in all regions of the partition, and one statement for each region
 * that is asked for, as AWS recommends: a wildcard would reach buckets that are not AWS's.
 *
 * @param arn what their ARNs begin with
 */
export function agentStatements(
  scope: Construct,
  { regions, agentBuckets }: S3References,
  partition: Expr<string>,
  arn: Expr<string>,
): { objects: Expr<MapOf<readonly string[]>>; byRegion: Expr<MapOf<object>> } {
  const file = readDataFile(scope, agentBucketFile, expr`length(${regions}) > 0`);
  const known = expr`try(${file}.buckets[${partition}][${agentBuckets}], {})`;
  const named = expr`for region, names in ${known} : region => formatlist(${text`${arn}%s/*`}, names)`;
  const objects = local<MapOf<string[]>>(scope, 'agent_objects', expr`{ ${named} }`);
  const grant = expr`Effect = "Allow", Action = ${literal(AGENT_ACTION)}`;
  const statement = expr`{ ${grant}, Resource = try(${objects}[region], []) }`;
  const each = expr<MapOf<object>>`{ for region in ${regions} : region => ${statement} }`;
  return { objects, byRegion: local(scope, 'agent_statements', each) };
}

/**
 * The statements on buckets of the caller's that name something.
 *
 * @param arn what their ARNs begin with
 */
export function bucketStatements(
  scope: Construct,
  { s3Buckets }: S3References,
  arn: Expr<string>,
): Expr<readonly object[]> {
  const named = expr`{ arn = ${text`${arn}${expr`bucket.name`}`}, folder = ${folderOfBucket} }`;
  const withNames = expr`[for bucket in ${s3Buckets} : merge(bucket, ${named})]`;
  const buckets = local(scope, 'buckets', withNames);
  const statements = local<readonly object[]>(
    scope,
    'bucket_statements',
    BUCKET_STATEMENTS.map((statement) => ({
      Sid: statement.sid,
      Effect: 'Allow',
      Action: statement.actions.length === 1 ? String(statement.actions[0]) : statement.actions,
      Resource: resourcesOf(statement, buckets),
      ...(statement.conditions && { Condition: conditionJson(statement.conditions, ofBucket) }),
    })),
  );
  const all = expr`concat(${statements}, ${folderStatements(scope, buckets)})`;
  const filled = expr<
    object[]
  >`[for statement in ${all} : statement if length(statement.Resource) > 0]`;
  return local<readonly object[]>(scope, 'own_statements', filled);
}

/** A statement for each bucket of which a folder is listed, and that alone. */
function folderStatements(scope: Construct, buckets: Expr<unknown>): Expr<readonly object[]> {
  const { action, condition, prefixes, when } = FOLDER_STATEMENT;
  const listed = expr`[for bucket in ${buckets} : bucket if ${conditionOf(when, ofBucket)}]`;
  const folders = local(scope, 'listed_folders', listed);
  const names = prefixes.map((one) => expressionOf(withFolder(one), ofBucket).expression);
  const values = expr`{ ${literal(condition.key)} = [${new Expr(names.join(', '))}] }`;
  const test = expr`{ ${new Expr(condition.operator)} = ${values} }`;
  const tests = local(scope, 'folder_conditions', expr`[for bucket in ${folders} : ${test}]`);
  const grant = expr`Effect = "Allow", Action = ${literal(action)}, Resource = bucket.arn`;
  return local(
    scope,
    'folder_statements',
    expr<object[]>`[for i, bucket in ${folders} : { ${grant}, Condition = ${tests}[i] }]`,
  );
}

const FOLDER = '${folder(each.value.prefix)}';

const ofBucket: At = (path) => new Expr(path.replace(/^each\.value\./, 'bucket.'));

const folderOfBucket = new Expr(textOf(FOLDER, ofBucket).slice(2, -1));

/** What is named of a bucket, with the ARN and the folder that it has in the local. */
function namedOf(resources: BucketStatement['resources']): Expr<string> {
  const named = NAMED[resources].replace(NAMED.bucket, '${each.value.arn}');
  return expressionOf(withFolder(named), ofBucket);
}

const withFolder = (text: string): string => text.replace(FOLDER, '${each.value.folder}');

function resourcesOf(
  { resources, when }: BucketStatement,
  buckets: Expr<unknown>,
): Expr<readonly string[]> {
  // a key that is null is left out below
  const tests = when.filter((test) => test !== HAS_KEY);
  const condition = conditionOf(tests, ofBucket);
  const named = expr<string[]>`[for bucket in ${buckets} : ${namedOf(resources)} if ${condition}]`;
  // one key may serve many buckets, and one bucket have many folders
  switch (resources) {
    case 'objects':
      return named;
    case 'bucket':
      return expr`distinct(${named})`;
    case 'key':
      return expr`distinct(compact(${named}))`;
  }
}
