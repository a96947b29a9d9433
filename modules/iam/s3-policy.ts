import { TerraformIterator } from 'cdktf';
import type { Precondition } from 'cdktf';
import type { Construct } from 'constructs';
import { IamPolicy } from '../../aws-bindings';
import { address } from '../../generator/address';
import { carry, demand, local } from '../../generator/blocks';
import { Reference, expr, literal, text } from '../../generator/expression';
import type { Expr, MapOf } from '../../generator/expression';
import { precondition } from '../../generator/requirements';
import { policyJson, s3PoliciesFit } from './policy-limits';
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

/** By their kinds, which are known at plan: `agent`, `agent-2`, `buckets`. */
export interface S3Policies {
  readonly policies: Expr<MapOf<IamPolicy>>;
  /** Known without the policies, which may carry a rule on it. */
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
  const regions = policiesOfRegions(scope, ref);
  const agent = agentStatements(scope, ref, options.partition, arn);
  const own = bucketStatements(scope, ref, arn);
  const within = expr`[for region in regions : ${agent.byRegion}[region]]`;
  const ofAgent = expr`{ for name, regions in ${regions} : name => ${within} }`;
  const all = expr<MapOf<object[]>>`merge(${ofAgent}, { buckets = ${own} })`;
  const statements = local<MapOf<readonly object[]>>(scope, 's3_statements', all);
  const buckets = expr`length(${ref.s3Buckets}) > 0 ? ["buckets"] : []`;
  const kinds = expr<string[]>`concat(keys(${regions}), ${buckets})`;
  const agentBuckets = new Reference(ref.agentBuckets.name, agent.objects.expression);
  const known = precondition(agentRegions, { ...ref, agentBuckets });
  demand(scope, ...options.preconditions, known, s3PoliciesFit(scope, statements, ref.s3Buckets));
  return {
    policies: definePolicies(scope, kinds, statements, options),
    count: expr<number>`length(${regions}) + (length(${ref.s3Buckets}) > 0 ? 1 : 0)`,
  };
}

function policiesOfRegions(
  scope: Construct,
  { regions, agentBuckets }: S3References,
): Expr<MapOf<readonly string[]>> {
  const most = expr`${literal(regionsPerPolicy())}[${agentBuckets}]`;
  const name = expr`i == 0 ? "agent" : ${text`agent-${expr`i + 1`}`}`;
  const byPolicy = expr<
    MapOf<string[]>
  >`{ for i, chunk in chunklist(${regions}, ${most}) : ${name} => chunk }`;
  const comment = 'Policy => its regions, as many as fit into 6,144 characters.';
  return local(scope, 'agent_policies', byPolicy, comment);
}

function definePolicies(
  scope: Construct,
  kinds: Expr<readonly string[]>,
  statements: Expr<MapOf<readonly object[]>>,
  { name, path, description, tags }: S3PolicyOptions,
): Expr<MapOf<IamPolicy>> {
  const ofKind = text`${name}-${expr`each.key`}`;
  const resource = new IamPolicy(scope, 's3', {
    forEach: TerraformIterator.fromList(kinds.asList()),
    name: ofKind.asString(),
    path: path.asString(),
    description,
    policy: policyJson(expr`${statements}[each.key]`).asString(),
    tags: tags.asStringMap(),
  });
  carry(scope, resource);
  return expr`${address(resource)}`;
}
