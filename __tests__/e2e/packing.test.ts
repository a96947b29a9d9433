import {
  ALL_REGIONS,
  LONGEST_POLICY,
  agentBucketsOf,
  beside,
  comparable,
  fewestPolicies,
  longKeyArn,
  namesFor,
  ownBuckets,
  reading,
  using,
} from './cases/packing';
import type { Statement } from './cases/packing';
import { storedPolicies } from './harness/stored-policies';
import type { StoredPolicy } from './harness/stored-policies';
import { describeEndToEnd } from './harness/suite';
import { MODULES, realChanges } from './harness/workspace';
import type { Plan } from './harness/workspace';

const statementsOf = ({ text }: StoredPolicy): Statement[] =>
  (JSON.parse(text) as { Statement: Statement[] }).Statement;
const lengthOf = ({ text }: StoredPolicy): number => JSON.stringify(JSON.parse(text)).length;

interface Case {
  readonly name: string;
  readonly inputs: object;
  readonly expected: readonly Statement[];
}

const OWN = ownBuckets(20, 200);
const UNKNOWN = ownBuckets(20, 100);
const EVERY_REGION = ALL_REGIONS.map((region) => reading(agentBucketsOf(region)));
const CASES: readonly Case[] = [
  { name: 'Regions', inputs: { regions: ALL_REGIONS }, expected: EVERY_REGION },
  {
    name: 'Everything',
    inputs: { regions: ALL_REGIONS, s3_buckets: OWN },
    expected: [...EVERY_REGION, ...using(OWN)],
  },
  {
    name: 'Unknown',
    inputs: {
      regions: ALL_REGIONS.slice(0, 3),
      s3_buckets: UNKNOWN.map((bucket, i) => ({
        ...bucket,
        name: `\${terraform_data.bucket[${i}].output}`,
        kms_key_arn: `\${terraform_data.key[${i}].output}`,
      })),
    },
    expected: [...EVERY_REGION.slice(0, 3), ...using(UNKNOWN)],
  },
  {
    name: 'Filled',
    inputs: {
      additional_agent_buckets: {
        'us-east-1': namesFor(3000),
        'eu-west-1': namesFor(beside(3000)),
      },
    },
    expected: [reading(namesFor(3000)), reading(namesFor(beside(3000)))],
  },
  {
    name: 'OneMore',
    inputs: {
      additional_agent_buckets: {
        'us-east-1': namesFor(3000),
        'eu-west-1': namesFor(beside(3000) + 1),
      },
    },
    expected: [reading(namesFor(3000)), reading(namesFor(beside(3000) + 1))],
  },
  {
    name: 'Additional',
    inputs: {
      regions: ['us-east-2'],
      additional_agent_buckets: {
        'us-east-2': ['amazon-ssm-us-east-2', 'another-us-east-2'],
        'eu-west-1': ['another-eu-west-1'],
        'xx-newest-1': ['amazon-ssm-xx-newest-1', 'aws-ssm-xx-newest-1'],
      },
    },
    expected: [
      reading([...agentBucketsOf('us-east-2'), 'another-us-east-2']),
      reading(['another-eu-west-1']),
      reading(['amazon-ssm-xx-newest-1', 'aws-ssm-xx-newest-1']),
    ],
  },
];

const calls = Object.fromEntries(
  CASES.map(({ name, inputs }) => [
    name,
    { source: `${MODULES}/s3-access-policy`, policy_name: name, ...inputs },
  ]),
);
const made = (values: readonly string[]): object => ({
  count: values.length,
  input: `\${${JSON.stringify(values)}[count.index]}`,
});
const resource = {
  terraform_data: {
    bucket: made(UNKNOWN.map(({ name }) => name)),
    key: made(UNKNOWN.map(({ kms_key_arn }) => kms_key_arn)),
  },
};

describeEndToEnd('statements that one policy cannot hold', (bench) => {
  let first: Plan;
  let second: Plan;

  beforeAll(async () => {
    const workspace = bench().workspace({ resource, module: calls });
    await workspace.init();
    first = await workspace.plan();
    await workspace.must('apply', '-no-color', '-input=false', 'plan.bin');
    second = await workspace.plan();
  });

  test('are all granted once applied: a second plan is empty', () => {
    expect(realChanges(second)).toEqual([]);
  });

  describe.each(CASES)('$name', ({ name, expected }) => {
    let policies: StoredPolicy[];

    beforeAll(async () => {
      policies = await storedPolicies(bench().emulator.iam, name);
    });

    test('is exactly what was asked for, each region whole in one policy', () => {
      expect(comparable(policies.flatMap(statementsOf))).toEqual(comparable(expected));
    });

    test('is in policies that IAM takes', () => {
      expect(policies.map(lengthOf).filter((length) => length > LONGEST_POLICY)).toEqual([]);
    });

    test('is in as few policies as could hold it', () => {
      expect(policies).toHaveLength(fewestPolicies(expected));
    });

    test('was known at plan by the numbers of its policies', () => {
      const planned = realChanges(first).filter(({ address }) =>
        address.startsWith(`module.${name}.aws_iam_policy.`),
      );

      expect(planned.map(({ change }) => change.after?.name).sort()).toEqual(
        policies.map((policy) => policy.name).sort(),
      );
      expect(planned.some(({ change }) => change.after_unknown.policy === true)).toBe(
        name === 'Unknown',
      );
    });
  });
});

const OTHER_PARTITIONS = [
  { partition: 'aws-us-gov', regions: ['us-gov-west-1', 'us-gov-east-1'] },
  { partition: 'aws-cn', regions: ['cn-north-1', 'cn-northwest-1'] },
];

/** Seven of these would fit into one policy if the name of the partition were that of "aws". */
const CLOSE = ownBuckets(21, 414, longKeyArn);

describeEndToEnd('statements that one policy cannot hold, in another partition', (bench) => {
  test.each(OTHER_PARTITIONS)('$partition', async ({ partition, regions }) => {
    const source = `${MODULES}/s3-access-policy`;
    const workspace = bench().workspace({
      provider: { aws: { region: regions[0] } },
      module: { s3: { source, policy_name: 'Buckets', regions, s3_buckets: CLOSE } },
    });
    await workspace.init();
    await workspace.apply();
    const policies = await storedPolicies(bench().emulator.iamIn(regions[0] ?? ''), 'Buckets');
    const expected = [
      ...regions.map((region) => reading(agentBucketsOf(region), partition)),
      ...using(CLOSE, partition),
    ];

    expect(comparable(policies.flatMap(statementsOf))).toEqual(comparable(expected));
    expect(policies.map(lengthOf).filter((length) => length > LONGEST_POLICY)).toEqual([]);
    expect(policies).toHaveLength(fewestPolicies(expected));
  });
});
