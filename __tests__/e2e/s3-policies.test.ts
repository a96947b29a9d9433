import { PATCH_BUCKETS } from '../fixtures/patch-bucket-table';
import { describeEndToEnd } from './harness/suite';
import { MODULES, realChanges } from './harness/workspace';
import type { Plan, Workspace } from './harness/workspace';
import { grantsOf, s3Grants } from './properties/grants';

/** IAM's limit for a managed policy, white space not counted. */
const LONGEST_POLICY = 6144;
const REGIONS = Object.keys(PATCH_BUCKETS).sort();
const LISTS = ['all', 'classic', 'current'] as const;

/** Buckets of the caller's with long names, folders and keys: nearly as much as a policy holds. */
const LONG_BUCKETS = Array.from({ length: 6 }, (_, i) => ({
  name: `own-bucket-${i}-`.padEnd(63, 'a'),
  prefix: `folder-${i}`.padEnd(128, 'a'),
  kms_key_arn: `arn:aws-us-gov:kms:us-gov-west-1:123456789012:key/${i}`.padEnd(88, 'a'),
  access: i % 2 === 0 ? 'write' : 'read-write',
  cross_account: true,
}));

const call = (inputs: object): object => ({ source: `${MODULES}/s3-access-policy`, ...inputs });

/** The policies that a plan makes for a call, as name => document, in the order of the names. */
function policiesOf(plan: Plan, module: string): [string, string][] {
  return (plan.resource_changes ?? [])
    .filter(({ address }) => address.startsWith(`module.${module}.aws_iam_policy.s3[`))
    .map(({ change }): [string, string] => [
      String(change.after?.name),
      String(change.after?.policy),
    ])
    .sort(([one], [other]) => (one < other ? -1 : 1));
}

/** The regions of a call's statements, one after the other. */
const regionsOf = (plan: Plan, module: string): string[] =>
  policiesOf(plan, module).flatMap(([, document]) =>
    [...document.matchAll(/arn:aws:s3:::amazon-ssm-([a-z]+-[a-z]+-\d)\//g)].map(
      ([, region = '']) => region,
    ),
  );

describeEndToEnd('the S3 policies of any number of regions', (bench) => {
  // whole policies are the same for any number of regions: the first, those at a border, and all
  const counts = [1, 9, 10, 11, 20, 21, 33, 34];
  const keyOf = (list: string, count: number): string => `${list}-${count}`;
  const asked = Object.fromEntries(
    LISTS.flatMap((list) =>
      counts.map((count) => [
        keyOf(list, count),
        { regions: REGIONS.slice(0, count), agent_buckets: list },
      ]),
    ),
  );
  let plan: Plan;

  beforeAll(async () => {
    const workspace = bench().workspace({
      locals: { asked },
      module: {
        any: call({
          for_each: '${local.asked}',
          policy_name: '${each.key}',
          regions: '${each.value.regions}',
          agent_buckets: '${each.value.agent_buckets}',
        }),
        own: call({ partition: 'aws-us-gov', s3_buckets: LONG_BUCKETS }),
        // one in the middle is missing
        fewer: call({ policy_name: 'fewer', regions: REGIONS.filter((_, i) => i !== 20) }),
        more: call({ policy_name: 'more', regions: REGIONS }),
      },
    });
    await workspace.init();
    plan = await workspace.plan();
  });

  test.each(LISTS)(
    'grant what AWS lists as %s, and nothing else, whatever their number',
    (list) => {
      for (const count of counts) {
        const inputs = asked[keyOf(list, count)] ?? {};
        const granted = policiesOf(plan, `any["${keyOf(list, count)}"]`).flatMap(([, document]) =>
          grantsOf(document),
        );

        expect(granted.sort()).toEqual(s3Grants(inputs).sort());
      }
    },
  );

  test('are none longer than IAM takes', () => {
    const documents = realChanges(plan)
      .filter(({ type }) => type === 'aws_iam_policy')
      .map(({ change }) => JSON.stringify(JSON.parse(String(change.after?.policy))));

    expect(documents.length).toBeGreaterThan(counts.length * LISTS.length);
    expect(documents.filter(({ length }) => length > LONGEST_POLICY)).toEqual([]);
  });

  test('are four for all regions, three for those of one list', () => {
    expect(REGIONS).toHaveLength(34);
    expect(LISTS.map((list) => policiesOf(plan, `any["${keyOf(list, 34)}"]`).length)).toEqual([
      4, 3, 3,
    ]);
  });

  test('have a number from the second on', () => {
    expect(policiesOf(plan, 'any["all-34"]').map(([name]) => name)).toEqual([
      'all-34-agent',
      'all-34-agent-2',
      'all-34-agent-3',
      'all-34-agent-4',
    ]);
  });

  test('have their regions in one order, in which a new one takes its place', () => {
    expect(regionsOf(plan, 'more')).toEqual(REGIONS);
    expect(regionsOf(plan, 'fewer')).toEqual(REGIONS.filter((_, i) => i !== 20));
  });

  test('hold long buckets of one’s own', () => {
    const [own, ...others] = policiesOf(plan, 'own');

    expect(others).toEqual([]);
    expect(own?.[0]).toBe('SSMS3AccessPolicy-buckets');
    expect(grantsOf(own?.[1] ?? '').sort()).toEqual(
      s3Grants({ partition: 'aws-us-gov', s3_buckets: LONG_BUCKETS }).sort(),
    );
  });
});

const documentOf = async (workspace: Workspace): Promise<string> =>
  policiesOf(await workspace.plan(), 'own')
    .map(([, document]) => document)
    .join();

describeEndToEnd('the policy of one’s own buckets', (bench) => {
  test('is let through at 6,144 characters and refused at one more', async () => {
    const workspace = bench().workspace({});
    /** A folder that is written counts once for each of its characters. */
    const configure = (folder: number): void => {
      const last = { name: 'last', access: 'write', prefix: 'p'.repeat(folder) };
      const s3_buckets = [...LONG_BUCKETS, last];
      workspace.configure({ module: { own: call({ partition: 'aws-us-gov', s3_buckets }) } });
    };
    configure(1);
    await workspace.init();
    const short = await documentOf(workspace);
    const room = LONGEST_POLICY - short.length;
    configure(1 + room);
    const longest = await documentOf(workspace);
    configure(2 + room);
    const { code, text } = await workspace.run('plan', '-no-color', '-input=false');

    expect(longest).toHaveLength(LONGEST_POLICY);
    expect(code).toBe(1);
    expect(text).toContain('[S3PolicySize]');
  });
});

describeEndToEnd('regions and buckets that come and go', (bench) => {
  test('change policies in place; a policy comes or goes with its attachment alone', async () => {
    const nodes = (inputs: object): object => ({
      module: { nodes: { source: `${MODULES}/instance-profile`, ...inputs } },
    });
    const workspace = bench().workspace(nodes({ regions: REGIONS.slice(0, 10) }));
    await workspace.init();
    await workspace.apply();
    const changes = async (inputs: object): Promise<string[]> => {
      workspace.configure(nodes(inputs));
      return realChanges(await workspace.plan())
        .map(({ address, change }) => `${change.actions.join('+')} ${address.slice(13)}`)
        .sort();
    };
    const both = (action: string, key: string): string[] => [
      `${action} aws_iam_policy.s3["${key}"]`,
      `${action} aws_iam_role_policy_attachment.s3["${key}"]`,
    ];
    const buckets = [{ name: 'own-bucket' }];

    expect(await changes({ regions: REGIONS.slice(0, 9) })).toEqual([
      'update aws_iam_policy.s3["agent"]',
    ]);
    expect(await changes({ regions: REGIONS.slice(0, 11) })).toEqual(both('create', 'agent-2'));
    expect(await changes({ regions: REGIONS.slice(1, 12) })).toEqual([
      ...both('create', 'agent-2'),
      'update aws_iam_policy.s3["agent"]',
    ]);
    expect(await changes({ regions: REGIONS.slice(0, 10), s3_buckets: buckets })).toEqual(
      both('create', 'buckets'),
    );
    expect(await changes({ s3_buckets: buckets })).toEqual([
      ...both('create', 'buckets'),
      ...both('delete', 'agent'),
    ]);
  });
});
