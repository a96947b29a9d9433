import { readInputs } from '../../generator/terraform-inputs';
import { root } from '../../modules/catalog';
import { permissionsOf } from '../../modules/iam/permissions/domain';
import { explain } from '../../modules/iam/permissions/explain';
import type { Grant } from '../../modules/iam/permissions/explain';
import { written } from './cases/statements';
import { disagreements, foundFacts, toldFacts } from './harness/permission-facts';
import { describeEndToEnd } from './harness/suite';
import { ROOT_MODULE } from './harness/workspace';

type Inputs = Readonly<Record<string, unknown>>;

const PLACE = { partition: 'aws', account_id: '123456789012' };
const BOUNDARY = 'arn:aws:iam::aws:policy/PowerUserAccess';

/** Sets of inputs whose roles and policies do not meet in one account. */
const CASES: Readonly<Record<string, Inputs>> = {
  switches: {
    name_prefix: 'switches-',
    hybrid_service_role: true,
    instance_profile: true,
    automation_service_role: true,
  },
  everything: {
    name_prefix: 'everything-',
    path: '/team/',
    permissions_boundary: BOUNDARY,
    regions: ['us-east-2', 'me-south-1'],
    s3_buckets: [
      { name: 'logs', prefix: 'out/', access: 'write' },
      { name: 'scripts', access: 'read', encrypted: false },
    ],
    cloudwatch_agent: true,
    directory_service: true,
    hybrid_service_role: true,
    instance_profile: true,
    automation_service_role: true,
    automation_groups: ['operators', 'admins'],
    automation_roles: ['Old'],
    automation_passes_instance_role: true,
  },
  people: {
    name_prefix: 'people-',
    automation_service_role: true,
    automation_groups: ['operators'],
    // nothing without a role of nodes
    regions: ['us-east-2'],
    cloudwatch_agent: true,
  },
  servers: {
    name_prefix: 'servers-',
    permissions_boundary: BOUNDARY,
    s3_buckets: [{ name: 'logs', access: 'read' }],
    hybrid_service_role: true,
  },
};

interface State {
  readonly values: { readonly root_module: Module };
}

interface Module {
  readonly resources?: readonly { address: string; type: string; values: Inputs }[];
  readonly child_modules?: readonly Module[];
}

const resourcesIn = ({ resources = [], child_modules: below = [] }: Module): Resource[] => [
  ...resources,
  ...below.flatMap(resourcesIn),
];
type Resource = NonNullable<Module['resources']>[number];

describeEndToEnd('explain', (bench) => {
  let resources: Resource[];

  beforeAll(async () => {
    const { iam } = bench().emulator;
    for (const GroupName of ['operators', 'admins']) {
      await iam.createGroup({ GroupName });
    }
    await iam.createRole({ RoleName: 'Old', AssumeRolePolicyDocument: written() });
    const calls = Object.entries(CASES).map(([name, inputs]) => [
      name,
      { source: ROOT_MODULE, ...PLACE, ...inputs },
    ]);
    const workspace = bench().workspace({ module: Object.fromEntries(calls) as object });
    await workspace.init();
    await workspace.apply();
    const state = JSON.parse(await workspace.must('show', '-json')) as State;
    resources = resourcesIn(state.values.root_module);
  });

  test.each(Object.entries(CASES))(
    'tells of an account set up with %s what Terraform made, and nothing else',
    (name, inputs) => {
      const made = resources.filter(({ address }) => address.startsWith(`module.${name}.`));
      const own = made
        .filter(({ type }) => type === 'aws_iam_policy')
        .map(({ values }) => values.arn);
      // statements of our own policies are told with those who have them
      const others = made.filter(({ values }) => !own.includes(values.policy_arn));
      const given = readInputs(root, { ...PLACE, ...inputs });
      const grants = explain(permissionsOf(root.domain), given);
      const options = { namesKnown: true };

      expect(holders(grants, 'aws_iam_policy.s3')).toEqual(
        attachedTo(made, /_policy_attachment\.s3\[/, own),
      );
      expect(made.length).toBeGreaterThan(3);
      expect(
        disagreements(
          grants.flatMap((grant) => toldFacts(grant, options)),
          others.flatMap(({ address, type, values: after }) =>
            foundFacts(
              { address, type, change: { actions: [], before: null, after, after_unknown: {} } },
              options,
            ),
          ),
        ),
      ).toEqual([]);
    },
  );
});

/** Who has the statements of a policy, as it is told. */
const holders = (grants: readonly Grant[], policy: string): string[] =>
  unique(
    grants
      .filter(({ kind, address }) => kind === 'statement' && address.endsWith(policy))
      .flatMap(({ granted_to }) => granted_to),
  );

/** Who has one of our own policies, as Terraform made it. */
const attachedTo = (made: readonly Resource[], address: RegExp, own: unknown[]): string[] =>
  unique(
    made
      .filter((one) => address.test(one.address) && own.includes(one.values.policy_arn))
      .map(({ values }) => `role/${String(values.role)}`),
  );

const unique = (texts: readonly string[]): string[] => [...new Set(texts)].sort();
