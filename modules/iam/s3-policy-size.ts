import { UsageError } from '../../errors';
import { AGENT_BUCKETS } from './agent-buckets';
import type { AgentBucketList, AgentBuckets } from './agent-buckets';
import { AGENT_ACTION } from './s3-grants';

/** Characters of a managed policy without white space, of which `jsonencode` writes none. */
export const LONGEST_POLICY = 6144;

const FRAME = JSON.stringify({ Version: '2012-10-17', Statement: [] }).length;

/**
 * How many regions each policy of agent buckets takes, by list: as many as fit
 * even if they are those with the longest statements.
 *
 * @throws UsageError `AgentBucketSize` when a policy cannot hold a single region
 */
export function regionsPerPolicy(
  buckets: AgentBuckets = AGENT_BUCKETS,
): Readonly<Record<AgentBucketList, number>> {
  const most = (list: AgentBucketList): number =>
    Math.min(
      ...Object.entries(buckets).map(([partition, lists]) => fitting(partition, lists[list])),
    );
  return { all: most('all'), classic: most('classic'), current: most('current') };
}

/** Regions that fit, or more than there are if all do. */
function fitting(partition: string, byRegion: Readonly<Record<string, readonly string[]>>): number {
  const lengths = Object.values(byRegion)
    .map((names) => statementLength(partition, names))
    .sort((one, other) => other - one);
  // the last statement has no comma behind it
  const room = LONGEST_POLICY - FRAME + 1;
  const firstTooMany = lengths.findIndex((_, i) => sum(lengths.slice(0, i + 1)) > room);
  if (firstTooMany === 0) {
    throw new UsageError(
      'AgentBucketSize',
      `the agent buckets of a region must fit into a policy of ${LONGEST_POLICY} characters, got ${String(lengths[0])} in ${partition}; split the statement of a region`,
    );
  }
  return firstTooMany === -1 ? Infinity : firstTooMany;
}

/** With the comma behind it. */
function statementLength(partition: string, names: readonly string[]): number {
  const Resource = names.map((name) => `arn:${partition}:s3:::${name}/*`);
  return JSON.stringify({ Effect: 'Allow', Action: AGENT_ACTION, Resource }).length + 1;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
