import { ALL_REGIONS, fewestPolicies, using } from './cases/packing';
import type { Statement } from './cases/packing';
import { describeEndToEnd } from './harness/suite';
import { MODULES } from './harness/workspace';
import { s3Grants } from './properties/grants';

/** 20 buckets with everything on and names of 20 characters, as people give them. */
const buckets = (prefix: number) =>
  Array.from({ length: 20 }, (_, i) => ({
    name: `company-ssm-output-${i}`.padEnd(20, '0').slice(0, 20),
    prefix: 'a'.repeat(prefix),
    kms_key_arn: `arn:aws:kms:us-east-2:123456789012:key/1234abcd-12ab-34cd-56ef-${String(i).padStart(12, '0')}`,
    cross_account: true as const,
  }));

/** What decision 8 says: the lower bound, and what is reached. */
const NUMBERS: readonly {
  readonly agent_buckets: string;
  /** Length of the prefix of 20 buckets; none without. */
  readonly prefix?: number;
  readonly bound: number;
  readonly reached: number;
}[] = [
  { agent_buckets: 'all', bound: 4, reached: 4 },
  { agent_buckets: 'classic', bound: 3, reached: 3 },
  { agent_buckets: 'current', bound: 3, reached: 3 },
  { agent_buckets: 'all', prefix: 30, bound: 5, reached: 5 },
  { agent_buckets: 'classic', prefix: 30, bound: 4, reached: 5 },
  { agent_buckets: 'current', prefix: 30, bound: 4, reached: 4 },
  { agent_buckets: 'all', prefix: 60, bound: 5, reached: 6 },
  { agent_buckets: 'classic', prefix: 60, bound: 4, reached: 5 },
  { agent_buckets: 'current', prefix: 60, bound: 4, reached: 5 },
];

/** One statement for each region, of the buckets that AWS lists there. */
const agentStatements = (agent_buckets: string): Statement[] =>
  ALL_REGIONS.map((region) => ({
    Effect: 'Allow',
    Action: 's3:GetObject',
    Resource: s3Grants({ regions: [region], agent_buckets }).map(
      (grant) => grant.split(' ')[1] ?? '',
    ),
  }));

describeEndToEnd('the policies that all regions need', (bench) => {
  test('are as many as the decision on packing says', async () => {
    const own = NUMBERS.map(({ prefix }) => (prefix === undefined ? [] : buckets(prefix)));
    const module = Object.fromEntries(
      NUMBERS.map(({ agent_buckets }, i) => [
        `case_${i}`,
        {
          source: `${MODULES}/s3-access-policy`,
          policy_name: `Policy${i}`,
          regions: ALL_REGIONS,
          agent_buckets,
          s3_buckets: own[i],
        },
      ]),
    );
    const workspace = bench().workspace({ module });
    await workspace.init();
    const { resource_changes = [] } = await workspace.plan();
    const found = NUMBERS.map(({ agent_buckets, ...row }, i) => ({
      agent_buckets,
      ...row,
      bound: fewestPolicies([...agentStatements(agent_buckets), ...using(own[i] ?? [])]),
      reached: resource_changes.filter(({ address }) =>
        address.startsWith(`module.case_${i}.aws_iam_policy.s3[`),
      ).length,
    }));
    expect(found).toEqual(NUMBERS);
  });
});
