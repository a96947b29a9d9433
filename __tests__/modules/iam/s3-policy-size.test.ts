import { AGENT_BUCKETS } from '../../../modules/iam/agent-buckets';
import { regionsPerPolicy } from '../../../modules/iam/s3-policy-size';
import { usageError } from '../../fixtures/usage-error';

/** IAM's limit for a managed policy, white space not counted. */
const LONGEST_POLICY = 6144;

const characters = (Statement: readonly object[]): number =>
  JSON.stringify({ Version: '2012-10-17', Statement }).length;

/** The statements on the regions with the most to say, in a partition. */
function longest(partition: string, list: 'all' | 'classic' | 'current', count: number): object[] {
  const statements = Object.values(AGENT_BUCKETS[partition]?.[list] ?? {}).map((names) => ({
    Effect: 'Allow',
    Action: 's3:GetObject',
    Resource: names.map((name) => `arn:${partition}:s3:::${name}/*`),
  }));
  return statements
    .sort((one, other) => JSON.stringify(other).length - JSON.stringify(one).length)
    .slice(0, count);
}

test('so many regions are granted by one policy, and all 34 by four, three and three', () => {
  expect(regionsPerPolicy()).toEqual({ all: 10, classic: 13, current: 14 });
});

test.each(Object.entries(regionsPerPolicy()) as ['all' | 'classic' | 'current', number][])(
  'of %s the %i longest fit into a policy, in every partition, and one more does not',
  (list, count) => {
    for (const partition of Object.keys(AGENT_BUCKETS)) {
      expect(characters(longest(partition, list, count))).toBeLessThanOrEqual(LONGEST_POLICY);
    }
    expect(characters(longest('aws', list, count + 1))).toBeGreaterThan(LONGEST_POLICY);
  },
);

describe('other buckets', () => {
  const ofLength = (length: number, partition = 'aws') => {
    const lists = { 'us-east-2': ['a'.repeat(length)] };
    return { [partition]: { all: lists, classic: lists, current: lists } };
  };
  /** Everything around the one name. */
  const FRAME = characters([
    { Effect: 'Allow', Action: 's3:GetObject', Resource: ['arn:aws:s3:::/*'] },
  ]);

  test('that fill a policy with one region are no matter', () => {
    expect(regionsPerPolicy(ofLength(LONGEST_POLICY - FRAME)).all).toBe(Infinity);
  });

  test('that are too many for one region are refused, the partition in their ARNs counted', () => {
    const tooLong = usageError('AgentBucketSize');

    expect(() => regionsPerPolicy(ofLength(LONGEST_POLICY - FRAME + 1))).toThrow(tooLong);
    expect(() => regionsPerPolicy(ofLength(LONGEST_POLICY - FRAME, 'aws-cn'))).toThrow(tooLong);
  });

  test('are cut where the longest do not fit, wherever these stand', () => {
    const lists = Object.fromEntries(
      [3000, 10, 3100, 10, 10].map((length, i) => [`r-${i}`, ['a'.repeat(length)]]),
    );

    expect(regionsPerPolicy({ aws: { all: lists, classic: lists, current: lists } }).all).toBe(1);
  });
});
