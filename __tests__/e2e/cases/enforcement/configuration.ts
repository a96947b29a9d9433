import { MODULES } from '../../harness/workspace';
import type { Key } from '../../harness/actions';
import type { Principal } from '../../harness/enforcement';
import { ACCOUNT } from '../account';
import { callsIn } from '../calls';
import { allow, trusting, written } from '../statements';
import type { Place } from './partitions';

/** The roles and users of the configuration, by the names the rows call them. */
export const PRINCIPALS = {
  // hybrid-service-role, with everything, and with its defaults and the older trust
  servers: { role: 'Servers' },
  bareServers: { role: 'BareServers' },
  // instance-profile, on a role of its own, with the deprecated policy, and on a role that was there
  instances: { role: 'Instances' },
  oldInstances: { role: 'OldInstances' },
  app: { role: 'App' },
  // instance-profile for sessions alone, with logs and a key
  sessions: { role: 'Sessions' },
  // s3-access-policy, attached by the caller
  batch: { role: 'Batch' },
  // automation-service-role, with named functions and roles, and with every function
  automation: { role: 'Automation' },
  wideAutomation: { role: 'WideAutomation' },
  // the same without the policy of AWS
  bareAutomation: { role: 'BareAutomation' },
  // automation-administration-role and automation-execution-role, with everything and with little
  administration: { role: 'Administration' },
  bareAdministration: { role: 'BareAdministration' },
  execution: { role: 'Execution' },
  organizationExecution: { role: 'Execution-2' },
  // maintenance-window-role, with tasks of all types and with neither, and the roles beside it
  windows: { role: 'Windows' },
  bareWindows: { role: 'BareWindows' },
  notifications: { role: 'Notifications' },
  hosts: { role: 'Hosts' },
  // automation-user-access to a user, to the group of one, and to a role
  jane: { user: 'jane' },
  sam: { user: 'sam' },
  operator: { role: 'Operator' },
  // the same with named runbooks alone, with full access, and with neither
  kim: { user: 'kim' },
  max: { user: 'max' },
  joe: { user: 'joe' },
  // maintenance-window-user-access, to Systems Manager alone, and to any service
  pat: { user: 'pat' },
  lee: { user: 'lee' },
  // session-manager-user-access by tags, by IDs for IAM users and one document, and for administrators
  tia: { user: 'tia' },
  ida: { user: 'ida' },
  root: { user: 'root' },
  // a role that has the policy inline, as a permission set gives it, and somebody it was not given to
  federated: { role: 'Federated' },
  stranger: { user: 'stranger' },
  // parameter-store-access: a node that reads, a user who writes and one who administers
  reader: { role: 'Reader' },
  wes: { user: 'wes' },
  ann: { user: 'ann' },
  // user-access: who looks, who looks by AWS's policy, and who administers and passes a role
  olga: { user: 'olga' },
  ivy: { user: 'ivy' },
  eve: { user: 'eve' },
  // nobody of ours: AdministratorAccess
  admin: { user: 'admin' },
} as const satisfies Readonly<Record<string, Principal>>;

export type Who = keyof typeof PRINCIPALS;

/** The KMS keys that the rows name. */
export const KEYS = ['reading', 'writing', 'other'] as const;
type Keys = Readonly<Record<(typeof KEYS)[number], Key>>;

type Calls = Record<string, object>;
const call = callsIn(MODULES);
const of = (user: Who): string[] => [`\${aws_iam_user.user["${user}"].name}`];

const nodes = ({ region, renamed, partition }: Place, keys: Keys): Calls => ({
  servers: call('hybrid-service-role', {
    role_name: 'Servers',
    regions: [region],
    s3_buckets: [
      { name: 'scripts', access: 'read', encrypted: false, kms_key_arn: keys.reading.arn },
      { name: 'output', access: 'write', prefix: 'logs', kms_key_arn: keys.writing.arn },
      { name: 'shared', cross_account: true },
      { name: 'plain', list: false },
      { name: 'tools', access: 'read', prefix: 'scripts' },
    ],
    directory_service: true,
    cloudwatch_agent: true,
  }),
  bare: call('hybrid-service-role', {
    role_name: 'BareServers',
    confused_deputy_protection: false,
  }),
  instances: call('instance-profile', {
    role_name: 'Instances',
    regions: renamed === undefined ? [region] : [region, renamed],
    agent_buckets: 'current',
    s3_buckets: [{ name: 'images', encrypted: false, prefix: 'golden/' }],
    additional_policy_arns: { reader: `arn:${partition}:iam::aws:policy/AmazonSSMReadOnlyAccess` },
  }),
  old: call('instance-profile', { role_name: 'OldInstances', core_policy: 'AmazonEC2RoleforSSM' }),
  app: call('instance-profile', {
    create_role: false,
    existing_role_name: '${aws_iam_role.app.name}',
    s3_buckets: [{ name: 'app-output', access: 'write' }],
  }),
  sessions: call('instance-profile', {
    role_name: 'Sessions',
    core_policy: 'SessionManager',
    session_log_group_arns: [`arn:${partition}:logs:${region}:${ACCOUNT}:log-group:sessions`],
    session_kms_key_arns: [keys.reading.arn],
  }),
  batch: call('s3-access-policy', {
    regions: [region],
    agent_buckets: 'classic',
    s3_buckets: [
      { name: 'batch-input', access: 'read' },
      { name: 'batch-output', access: 'write', cross_account: true },
    ],
  }),
});

const automation = ({ partition, region }: Place): Calls => ({
  automation: call('automation-service-role', {
    role_name: 'Automation',
    lambda_function_arns: [`arn:${partition}:lambda:${region}:${ACCOUNT}:function:restart`],
    pass_role_arns: ['${module.instances.role_arn}'],
    inline_policies: { reports: written(allow('s3:PutObject', `arn:${partition}:s3:::reports/*`)) },
    additional_policy_arns: { reader: `arn:${partition}:iam::aws:policy/IAMReadOnlyAccess` },
  }),
  wide: call('automation-service-role', {
    role_name: 'WideAutomation',
    lambda_role: true,
    trusted_services: [partition === 'aws-cn' ? 'ec2.amazonaws.com.cn' : 'ec2.amazonaws.com'],
    pass_role_arns: ['${aws_iam_role.app.arn}'],
    pass_role_services: [],
  }),
  bare_automation: call('automation-service-role', {
    role_name: 'BareAutomation',
    core_policy: null,
    pass_itself_to_services: [],
    cloudwatch_alarm_arns: [`arn:${partition}:cloudwatch:${region}:${ACCOUNT}:alarm:web-errors`],
    trusted_services: ['events.amazonaws.com'],
  }),
  people: call('automation-user-access', {
    automation_role_arn: '${module.automation.role_arn}',
    users: of('jane'),
    groups: ['${aws_iam_group.operators.name}'],
    roles: ['${aws_iam_role.operator.name}'],
  }),
  narrow: call('automation-user-access', {
    policy_name: 'Narrow',
    automation_role_arn: '${module.automation.role_arn}',
    users: of('joe'),
    access: null,
  }),
  named: call('automation-user-access', {
    policy_name: 'Named',
    automation_role_arn: '${module.automation.role_arn}',
    users: of('kim'),
    documents: ['AWS-RestartEC2Instance', 'Restart'],
  }),
  full: call('automation-user-access', {
    policy_name: 'Full',
    automation_role_arn: '${module.automation.role_arn}',
    users: of('max'),
    access: 'full',
  }),
  nobody: call('automation-user-access', {
    policy_name: 'Nobody',
    automation_role_arn: '${module.automation.role_arn}',
  }),
});

const parameters = (keys: Keys): Calls => ({
  readers: call('parameter-store-access', {
    policy_name: 'Readers',
    paths: ['/web'],
    names: ['/shared/licence', 'database'],
    kms_key_arns: [keys.reading.arn],
    roles: ['${aws_iam_role.reader.name}'],
  }),
  writers: call('parameter-store-access', {
    policy_name: 'Writers',
    access: 'write',
    paths: ['/web'],
    kms_key_arns: [keys.writing.arn],
    users: of('wes'),
  }),
  administrators: call('parameter-store-access', {
    policy_name: 'Administrators',
    access: 'administer',
    paths: ['/'],
    history: true,
    describe: true,
    users: of('ann'),
  }),
});

const people: Calls = {
  observers: call('user-access', { policy_name: 'Observers', users: of('olga') }),
  aws_observers: call('user-access', { access: 'aws-read-only', users: of('ivy') }),
  operators: call('user-access', {
    policy_name: 'Operators',
    access: 'full',
    pass_role_arns: ['${module.servers.role_arn}'],
    users: of('eve'),
  }),
};

const windowUsers: Calls = {
  planners: call('maintenance-window-user-access', {
    maintenance_window_role_arn: '${module.windows.role_arn}',
    users: of('pat'),
  }),
  wide_planners: call('maintenance-window-user-access', {
    policy_name: 'WidePlanners',
    maintenance_window_role_arn: '${module.windows.role_arn}',
    users: of('lee'),
    pass_role_services: [],
  }),
};

const sessionUsers = ({ region }: Place, keys: Keys): Calls => ({
  tagged: call('session-manager-user-access', {
    policy_name: 'Tagged',
    instance_tags: { Team: 'web', Stage: 'test' },
    regions: [region],
    kms_key_arns: [keys.reading.arn],
    users: of('tia'),
  }),
  by_id: call('session-manager-user-access', {
    policy_name: 'ById',
    instance_ids: ['i-02573cafcfEXAMPLE', 'mi-02573cafcfEXAMPLE'],
    documents: ['AWS-StartSSHSession', 'Restart'],
    own_sessions: 'iam-user',
    console: false,
    users: of('ida'),
  }),
  session_administrators: call('session-manager-user-access', {
    policy_name: 'SessionAdministrators',
    administrator: true,
    users: of('root'),
  }),
});

const automationAccounts: Calls = {
  administration: call('automation-administration-role', {
    role_name: 'Administration',
    execution_role_name: 'Execution',
    organizational_units: true,
    confused_deputy_protection: true,
  }),
  bare_administration: call('automation-administration-role', { role_name: 'BareAdministration' }),
  execution: call('automation-execution-role', {
    role_name: 'Execution',
    administration_account_id: ACCOUNT,
    administration_role_name: 'Administration',
  }),
  organization_execution: call('automation-execution-role', {
    role_name: 'Execution-2',
    administration_account_id: ACCOUNT,
    administration_role_name: 'Administration',
    organization_id: 'o-exampleorgid',
    core_policy: null,
  }),
};

const windows = ({ partition, region }: Place, keys: Keys): Calls => ({
  notifications: call('notification-role', {
    role_name: 'Notifications',
    topic_arns: [`arn:${partition}:sns:${region}:${ACCOUNT}:notices`],
    kms_key_arns: [keys.writing.arn],
  }),
  windows: call('maintenance-window-role', {
    role_name: 'Windows',
    automation: true,
    lambda_function_arns: [`arn:${partition}:lambda:${region}:${ACCOUNT}:function:restart`],
    state_machine_arns: [`arn:${partition}:states:${region}:${ACCOUNT}:stateMachine:rotate`],
    pass_role_arns: ['${module.notifications.role_arn}'],
  }),
  bare_windows: call('maintenance-window-role', {
    role_name: 'BareWindows',
    run_command: false,
    confused_deputy_protection: true,
  }),
  // the emulator lacks service settings
  hosts: call('default-host-management', { role_name: 'Hosts', path: '/', enabled: false }),
});

/** A root configuration with several calls of every module, and the people around them. */
export function configuration(place: Place, keys: Keys): object {
  const { partition, region } = place;
  const trust = written(trusting({ AWS: `arn:${partition}:iam::${ACCOUNT}:user/admin` }));
  const users = Object.values(PRINCIPALS).flatMap((who) => ('user' in who ? [who.user] : []));
  return {
    provider: { aws: { region } },
    module: {
      ...nodes(place, keys),
      ...automation(place),
      ...automationAccounts,
      ...parameters(keys),
      ...windows(place, keys),
      ...people,
      ...windowUsers,
      ...sessionUsers(place, keys),
    },
    resource: {
      aws_iam_user: {
        user: { for_each: `\${toset(${JSON.stringify(users)})}`, name: '${each.key}' },
      },
      aws_iam_user_policy_attachment: {
        admin: {
          user: '${aws_iam_user.user["admin"].name}',
          policy_arn: `arn:${partition}:iam::aws:policy/AdministratorAccess`,
        },
      },
      aws_iam_group: { operators: { name: 'operators' } },
      aws_iam_user_group_membership: {
        sam: {
          user: '${aws_iam_user.user["sam"].name}',
          groups: ['${aws_iam_group.operators.name}'],
        },
      },
      aws_iam_role: Object.fromEntries(
        ['App', 'Batch', 'Operator', 'Reader', 'Federated'].map((name) => [
          name.toLowerCase(),
          { name, assume_role_policy: trust },
        ]),
      ),
      aws_iam_role_policy: {
        federated: {
          name: 'Inline',
          role: '${aws_iam_role.federated.name}',
          policy: '${module.nobody.policy_document}',
        },
      },
      aws_iam_role_policy_attachment: {
        batch: {
          for_each: '${module.batch.policies}',
          role: '${aws_iam_role.batch.name}',
          policy_arn: '${each.value}',
        },
      },
    },
  };
}
