import { IamPolicy } from '@cdktf/provider-aws/lib/iam-policy';
import { TerraformIterator } from 'cdktf';
import type { Precondition } from 'cdktf';
import type { Construct } from 'constructs';
import { address } from '../../generator/address';
import { carry, demand, local } from '../../generator/blocks';
import { Reference, expr, text } from '../../generator/expression';
import type { Expr, MapOf } from '../../generator/expression';
import { precondition } from '../../generator/requirements';
import { s3PolicyFits } from './policy-limits';
import { agentRegions } from './regions';
import { regionsPerPolicy } from './s3-policy-size';
import { agentStatements, bucketStatements, s3Arn } from './s3-statements';
import type { S3References } from './s3-statements';

/** What the policies are called and when they are there. */
export interface S3PolicyOptions {
  /** What their names begin with. */
  readonly name: Expr<string>;
  readonly path: Expr<string>;
  readonly tags: Expr<MapOf<string | null>>;
  readonly description: string;
  readonly partition: Expr<string>;
  /** About the inputs. */
  readonly preconditions: readonly Precondition[];
}

/** What was made. */
export interface S3Policies {
  /** By their kinds: `agent`, `agent-2`, `buckets`. */
  readonly policies: Expr<MapOf<IamPolicy>>;
  /** How many there are, known at plan. */
  readonly count: Expr<number>;
}

/** Condition that the inputs ask for a policy at all. */
export const asksForS3Policy = (ref: Pick<S3References, 'regions' | 's3Buckets'>): Expr<boolean> =>
  expr`length(${ref.regions}) + length(${ref.s3Buckets}) > 0`;

/**
 * Makes the policies for S3 access: those of AWS's buckets, so many regions
 * each, and one of the caller's own buckets.
 */
export function createS3Policy(
  scope: Construct,
  ref: S3References,
  options: S3PolicyOptions,
): S3Policies {
  const arn = s3Arn(scope, options.partition);
  const agent = agentStatements(scope, ref, options.partition, arn);
  const own = bucketStatements(scope, ref, arn);
  const regions = policiesOfRegions(scope, ref);
  const buckets = expr`length(${ref.s3Buckets}) > 0 ? ["buckets"] : []`;
  const kinds = local<string[]>(scope, 's3_policies', expr`concat(keys(${regions}), ${buckets})`);
  const within = expr`[for region, statement in ${agent.byRegion} : statement if contains(regions, region)]`;
  const byPolicy = expr`{ for policy, regions in ${regions} : policy => ${within} }`;
  const ofAgent = local(scope, 'agent_policy_statements', byPolicy);
  const statements = local(scope, 's3_statements', expr`merge(${ofAgent}, { buckets = ${own} })`);
  const json = expr`jsonencode({ Version = "2012-10-17", Statement = statements })`;
  const documents = local<MapOf<string>>(
    scope,
    's3_documents',
    expr`{ for policy, statements in ${statements} : policy => ${json} }`,
  );
  const agentBuckets = new Reference(ref.agentBuckets.name, agent.buckets.expression);
  const known = precondition(agentRegions, { ...ref, agentBuckets });
  return {
    policies: definePolicies(scope, kinds, documents, ref, options, known),
    count: expr`length(${kinds})`,
  };
}

function policiesOfRegions(
  scope: Construct,
  { regions, agentBuckets }: S3References,
): Expr<MapOf<readonly string[]>> {
  const most = local(
    scope,
    'regions_per_policy',
    regionsPerPolicy(),
    'The most that fit into 6,144 characters, whichever regions they are.',
  );
  const chunks = expr`chunklist(tolist(${regions}), ${most}[${agentBuckets}])`;
  const name = expr`i == 0 ? "agent" : ${text`agent-${expr`i + 1`}`}`;
  const byPolicy = expr<MapOf<string[]>>`{ for i, regions in ${chunks} : ${name} => regions }`;
  return local(scope, 'agent_policies', byPolicy, 'Policy => its regions.');
}

function definePolicies(
  scope: Construct,
  kinds: Expr<readonly string[]>,
  documents: Expr<MapOf<string>>,
  { s3Buckets }: S3References,
  { name, path, description, tags, preconditions }: S3PolicyOptions,
  regionsAreKnown: Precondition,
): S3Policies['policies'] {
  const ofKind = text`${name}-${expr`each.key`}`;
  const content = expr<string>`${documents}[each.key]`;
  const resource = new IamPolicy(scope, 's3', {
    forEach: TerraformIterator.fromList(kinds.asList()),
    name: ofKind.asString(),
    path: path.asString(),
    description,
    policy: content.asString(),
    tags: tags.asStringMap(),
    lifecycle: {
      precondition: [s3PolicyFits(scope, content, s3Buckets)],
    },
  });
  carry(scope, resource);
  demand(scope, ...preconditions, regionsAreKnown);
  return expr`${address(resource)}`;
}
