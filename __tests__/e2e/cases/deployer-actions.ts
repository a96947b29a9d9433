import { SAMPLE_DOCUMENT } from '../../../modules/iam/examples';
import { MODULES } from '../harness/workspace';
import { awsPolicy } from './account';
import { policyOf, statementsOf } from './deployer';
import type { Calls } from './deployer';

type Call = Calls[string];

/** An action that the deployer of a call lacks. */
export interface Lacking {
  readonly sid: string;
  /** Name of the call, and of what it makes. */
  readonly label: string;
  readonly action: string;
  /** The step that fails without it. */
  readonly step: 'plan' | 'create' | 'update' | 'destroy';
  readonly before: Call;
  readonly after: Call;
  /** What has the name of the call and has to be there. */
  readonly neighbour?: 'role' | 'user' | 'group';
}

/** A call that needs all actions of a statement, and not much else. */
interface Specimen {
  readonly sid: string;
  readonly module: string;
  readonly inputs: (name: string) => object;
  readonly change?: object;
  readonly neighbour?: Lacking['neighbour'];
}

const tags = { one: 'x' };
const inline_policies = { one: SAMPLE_DOCUMENT };
const OTHER_TAGS = { tags: { other: 'x' } };
const toExisting = (name: string) => ({ create_role: false, existing_role_name: name });

const SPECIMENS: readonly Specimen[] = [
  {
    sid: 'Roles',
    module: 'instance-profile',
    inputs: (role_name) => ({
      ...{ role_name, tags, inline_policies },
      create_instance_profile: false,
    }),
    change: {
      ...OTHER_TAGS,
      description: 'Other.',
      max_session_duration: 7200,
      permissions_boundary: awsPolicy('PowerUserAccess'),
      trusted_services: ['events.amazonaws.com'],
    },
  },
  {
    sid: 'ExistingRoles',
    module: 'instance-profile',
    inputs: (name) => ({ ...toExisting(name), inline_policies }),
    neighbour: 'role',
  },
  ...['RoleOfInstanceProfile', 'InstanceProfiles', 'PassRoleToEC2'].map((sid): Specimen => ({
    sid,
    module: 'instance-profile',
    inputs: (name) => ({
      ...{ ...toExisting(name), tags },
      core_policy: null,
      create_instance_profile: true,
    }),
    change: OTHER_TAGS,
    neighbour: 'role',
  })),
  // those of S3Policies are the same
  {
    sid: 'Policies',
    module: 'parameter-store-access',
    inputs: (policy_name) => ({ policy_name, tags, names: ['one'] }),
    change: { ...OTHER_TAGS, names: ['other'] },
  },
  ...(['user', 'group'] as const).map((neighbour): Specimen => ({
    sid: neighbour === 'user' ? 'Users' : 'Groups',
    module: 'parameter-store-access',
    inputs: (name) => ({ policy_name: name, names: ['one'], [`${neighbour}s`]: [name] }),
    neighbour,
  })),
  ...['ServiceSetting', 'PassRoleToSystemsManager'].map((sid): Specimen => ({
    sid,
    module: 'default-host-management',
    inputs: (role_name) => ({ role_name, core_policy: null }),
  })),
];

/** What a change needs as well as a destruction is taken from the latter. */
const STEPS = ['plan', 'create', 'destroy', 'update'] as const;

/** Each action of each statement, taken away from a call of its own. */
export const LACKING: readonly Lacking[] = SPECIMENS.flatMap(({ sid, module, ...specimen }) => {
  const source = `${MODULES}/${module}`;
  const found = statementsOf(source).find((one) => one.sid === sid);
  const needed = STEPS.flatMap((step) =>
    (found?.actions[step] ?? []).map((action) => ({ step, action })),
  );
  return needed
    .filter(({ action }, at) => needed.findIndex((one) => one.action === action) === at)
    .map(({ step, action }) => {
      const label = `${sid}-${action.split(':')[1] ?? ''}`;
      const one = { source, ...specimen.inputs(label) };
      const other = { ...one, ...specimen.change };
      const isReversed = action === 'iam:DeleteRolePermissionsBoundary';
      return {
        ...{ sid, label, action, step },
        before: isReversed ? other : one,
        after: isReversed ? one : other,
        ...(specimen.neighbour && { neighbour: specimen.neighbour }),
      };
    });
});

/** All calls have this setting in common. */
const isOfSetting = ({ sid }: Lacking): boolean =>
  ['ServiceSetting', 'PassRoleToSystemsManager'].includes(sid);

/** The policies of the deployer in a run, by the calls, without the actions that its steps need. */
export function policiesWithout(lacking: readonly Lacking[]): Record<string, object> {
  const documents = LACKING.map((one) => {
    const gone = lacking
      .filter((other) => one === other || (isOfSetting(one) && isOfSetting(other)))
      .map(({ action }) => action);
    const { Statement, ...rest } = policyOf(one.before);
    const left = Statement.map((statement) => ({
      ...statement,
      Action: statement.Action.filter((action) => !gone.includes(action)),
    }));
    return [one.label, { ...rest, Statement: left.filter(({ Action }) => Action.length > 0) }];
  });
  return Object.fromEntries(documents) as Record<string, object>;
}
