import { IamPolicy } from '@cdktf/provider-aws/lib/iam-policy';
import type { Precondition } from 'cdktf';
import type { Construct } from 'constructs';
import { pin } from '../../generator/address';
import { template } from '../../generator/hcl';
import { declareRefusal } from '../../generator/refusals';
import { precondition } from '../../generator/requirements';
import { AWS_POLICY } from './examples';
import { nameIsFree } from './policy-limits';
import { agentRegions } from './regions';
import { regionsPerPolicy } from './s3-policy-size';
import { agentStatements, bucketStatements, local, s3Arn } from './s3-statements';
import type { S3References } from './s3-statements';

/** What the policies are called and when they are there. */
export interface S3PolicyOptions {
  /** Expression of what their names begin with. */
  readonly name: string;
  readonly path: string;
  readonly tags: string;
  /** Expression of the description. */
  readonly description: string;
  /** Expression of the partition. */
  readonly partition: string;
  /** Expression of a map whose keys stand beside the names of these policies in an output. */
  readonly otherKeys?: string;
  /** Whether there is a policy even with nothing to grant, so that its preconditions speak. */
  readonly always?: true;
  /** About the inputs. */
  readonly preconditions: readonly Precondition[];
}

/** What was made. */
export interface S3Policies {
  /** Address of the policies, by their kind: `agent`, `agent-2`, `buckets`. */
  readonly address: string;
  /** Expression of how many there are, known at plan. */
  readonly count: string;
}

/** Condition that the inputs ask for a policy at all. */
export function asksForS3Policy(ref: Pick<S3References, 'regions' | 's3Buckets'>): string {
  return `length(${ref.regions}) + length(${ref.s3Buckets}) > 0`;
}

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
  const kinds = local(
    scope,
    's3_policies',
    template(`concat(keys(${regions}), ${ownAreAsked(ref, options)} ? ["buckets"] : [])`),
  );
  const ofAgent = local(
    scope,
    'agent_policy_statements',
    template(
      `{ for policy, regions in ${regions} : policy => [for region, statement in ${agent.byRegion} : statement if contains(regions, region)] }`,
    ),
  );
  const statements = local(
    scope,
    's3_statements',
    template(
      `merge(${ofAgent}, { buckets = [for statement in ${own} : statement if length(statement.Resource) > 0] })`,
    ),
  );
  const references = { ...ref, partition: options.partition, agentBuckets: agent.buckets };
  const preconditions = [...options.preconditions, precondition(agentRegions, references)];
  return {
    address: definePolicies(scope, kinds, statements, options, preconditions),
    count: `length(${kinds})`,
  };
}

function policiesOfRegions(scope: Construct, { regions, agentBuckets }: S3References): string {
  const most = local(
    scope,
    'regions_per_policy',
    regionsPerPolicy(),
    'As many as fit into 6,144 characters, whichever they are.',
  );
  return local(
    scope,
    'agent_policies',
    template(
      `{ for i, regions in chunklist(tolist(${regions}), ${most}[${agentBuckets}]) : i == 0 ? "agent" : "agent-${template('i + 1')}" => regions }`,
    ),
    'Policy => its regions.',
  );
}

/** The preconditions of a policy speak only if there is one. */
function ownAreAsked({ s3Buckets, regions }: S3References, { always }: S3PolicyOptions): string {
  const asked = `length(${s3Buckets}) > 0`;
  return always ? `${asked} || length(${regions}) == 0` : asked;
}

function definePolicies(
  scope: Construct,
  kinds: string,
  statements: string,
  { name, path, description, tags, otherKeys }: S3PolicyOptions,
  preconditions: readonly Precondition[],
): string {
  const ofKind = `${template(name)}-${template('each.key')}`;
  const resource = new IamPolicy(scope, 's3', {
    name: ofKind,
    path: template(path),
    description,
    policy: template(`jsonencode({ Version = "2012-10-17", Statement = ${statements}[each.key] })`),
    lifecycle: {
      precondition: [
        ...preconditions,
        ...(otherKeys === undefined ? [] : [freeName(scope, otherKeys, ofKind)]),
      ],
    },
  });
  resource.addOverride('tags', template(tags));
  resource.addOverride('for_each', template(`toset(${kinds})`));
  return pin(resource);
}

function freeName(scope: Construct, otherKeys: string, name: string): Precondition {
  declareRefusal(scope, {
    failing: ['AttachmentKey'],
    inputs: {
      regions: ['us-east-2'],
      s3PolicyName: 'Example',
      additionalPolicyArns: { 'Example-agent': AWS_POLICY },
    },
  });
  return nameIsFree(otherKeys, `"${name}"`);
}
