import { IamPolicy } from '@cdktf/provider-aws/lib/iam-policy';
import { TerraformLocal } from 'cdktf';
import type { Precondition } from 'cdktf';
import type { Construct } from 'constructs';
import { pin } from '../../generator/address';
import { hcl, template } from '../../generator/hcl';
import { snakeCase } from '../../generator/names';
import { LONGEST_POLICY_NAME } from './names';
import { LONGEST_POLICY, MOST_ATTACHED, cutIntoPolicies } from './packing';
import { nameIsFree } from './policy-limits';
import { declareS3Refusals } from './s3-refusals';
import { agentBucketUnits, ownBucketUnits } from './s3-statements';
import type { S3References, Units } from './s3-statements';

/** What the policy is called and when there is one. */
export interface S3PolicyOptions {
  /** Expression of the name of the first policy; the others append their number to it. */
  readonly name: string;
  /** The input that the name comes from, camelCase. */
  readonly nameInput: string;
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
  /** About the inputs; to be limited to `FIRST_S3_POLICY`. */
  readonly preconditions: readonly Precondition[];
}

/** The instance whose preconditions speak for all policies. */
export const FIRST_S3_POLICY = 'each.key == "1"';

/** What was made. */
export interface S3Policies {
  /** Address of the policies, keyed by their number. */
  readonly address: string;
  /** Expression of how many there are, known at plan. */
  readonly count: string;
  /** Expression of the list of an attribute of theirs, in the order of their numbers. */
  inOrder(attribute: string): string;
}

/** Condition that the inputs ask for a policy at all. */
export function asksForS3Policy(ref: S3References): string {
  return `length(${ref.regions}) + length(${ref.s3Buckets}) + length(${ref.additionalAgentBuckets}) > 0`;
}

/** Makes the custom policy for S3 access, split over as many policies as it needs. */
export function createS3Policy(
  scope: Construct,
  ref: S3References,
  options: S3PolicyOptions,
): S3Policies {
  // buckets first: a region that is added then moves nothing that the caller writes to
  const own = ownBucketUnits(scope, ref, options.partition);
  const agent = agentBucketUnits(scope, ref, options.partition);
  const cuts = cutIntoPolicies(scope, 's3_policy', `concat(${own.sizes}, ${agent.sizes})`);
  const documents = hcl`{ for i, start in ${cuts.starts} : tostring(i + 1) => {
    Version = "2012-10-17",
    Statement = concat(${within(own, agent, 'start', cuts.endOf('start'))})
  } }`;
  declareS3Refusals(scope, options);
  const address = pin(
    new TerraformLocal(
      scope,
      's3_policies',
      template(options.always ? orEmpty(documents) : documents),
    ),
  );
  const policies = definePolicies(scope, address, options, [
    ...options.preconditions,
    fewEnough(cuts.starts),
    fitsIntoPolicy(address, ref.additionalAgentBuckets),
    nameFits(options),
    ...(options.otherKeys === undefined
      ? []
      : [nameIsFree(options.otherKeys, `(${numbered(options.name)})`)]),
  ]);
  const count = `length(${address})`;
  return {
    address: policies,
    count,
    // as text "10" comes before "2"
    inOrder: (attribute) =>
      // not all of them need be there: a plan with -refresh-only makes none
      hcl`[for number in range(1, ${count} + 1) : ${policies}[tostring(number)].${attribute}
        if contains(keys(${policies}), tostring(number))]`,
  };
}

function definePolicies(
  scope: Construct,
  documents: string,
  { name, path, description, tags }: S3PolicyOptions,
  precondition: Precondition[],
): string {
  const resource = new IamPolicy(scope, 's3', {
    name: template(numbered(name)),
    path: template(path),
    description,
    policy: template('jsonencode(each.value)'),
    lifecycle: { precondition },
  });
  resource.addOverride('tags', template(tags));
  resource.addOverride('for_each', template(documents));
  return pin(resource);
}

/** Without a number where there is only one, so that a second policy renames nothing. */
const numbered = (name: string): string =>
  `${FIRST_S3_POLICY} ? ${name} : "${template(name)}-${template('each.key')}"`;

const orEmpty = (documents: string): string =>
  hcl`merge({ "1" = { Version = "2012-10-17", Statement = [] } }, ${documents})`;

/** The statements of the units from `start` to `end`: the agent's first, though they are counted last. */
function within(own: Units, agent: Units, start: string, end: string): string {
  const [agentStatements = ''] = agent.statements;
  const [s3 = '', kms = ''] = own.statements;
  const behindOwn = (index: string): string => `max(0, ${index} - length(${s3}))`;
  const inOwn = (index: string): string => `min(length(${s3}), ${index})`;
  return hcl`
    slice(${agentStatements}, ${behindOwn(start)}, ${behindOwn(end)}),
    slice(${s3}, ${inOwn(start)}, ${inOwn(end)}),
    flatten(slice(${kms}, ${inOwn(start)}, ${inOwn(end)}))`;
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
function fewEnough(starts: string): Precondition {
  return {
    condition: template(`!(${FIRST_S3_POLICY}) || length(${starts}) <= ${MOST_ATTACHED}`),
    errorMessage: `s3_buckets, regions and additional_agent_buckets must fit into ${MOST_ATTACHED} policies, as many as IAM attaches to one role, got ${template(`length(${starts})`)} or more; name fewer, or shorten the prefixes [S3PolicyCount]`,
  };
}

/**
 * A single unit can outgrow a policy only with the caller's own list of agent
 * buckets; all others fit by the limits of their parts.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
function fitsIntoPolicy(policies: string, additional: string): Precondition {
  // the 0 for no policy at all: Terraform evaluates this before it knows that nobody asks
  const longest = `max(0, [for policy in ${policies} : length(jsonencode(policy))]...)`;
  return {
    condition: template(
      `!(${FIRST_S3_POLICY}) || length(${additional}) == 0 || ${longest} <= ${LONGEST_POLICY}`,
    ),
    errorMessage: `additional_agent_buckets must make a statement for each region that fits into a policy of ${LONGEST_POLICY} characters, got one of ${template(longest)}; name fewer buckets for that region [S3PolicySize]`,
  };
}

/** Said of each name, for the provider would say it of those that nobody spoke of. */
function nameFits({ name, nameInput }: S3PolicyOptions): Precondition {
  const made = numbered(name);
  return {
    condition: template(`length(${made}) <= ${LONGEST_POLICY_NAME}`),
    errorMessage: `${snakeCase(nameInput)} must leave room for the number of the policy within ${LONGEST_POLICY_NAME} characters, got ${template(`jsonencode(${made})`)}; shorten it [S3PolicyName]`,
  };
}
