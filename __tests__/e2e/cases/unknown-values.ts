import { MODULES } from '../harness/workspace';
import { callsIn } from './calls';
import { allow, written } from './statements';

export const ANYTHING = written(allow('s3:ListAllMyBuckets', '*'));

/** Things made in the same apply, whose names and ARNs nobody knows before. */
export const made = {
  aws_iam_policy: { made: { name_prefix: 'made-', policy: ANYTHING } },
  aws_iam_role: { made: { name_prefix: 'made-', assume_role_policy: written() } },
  aws_s3_bucket: { made: { bucket_prefix: 'made-' } },
  aws_kms_key: { made: { deletion_window_in_days: 7 } },
  terraform_data: {
    function: { input: 'arn:aws:lambda:us-east-2:123456789012:function:restart' },
    group: { input: 'arn:aws:logs:us-east-2:123456789012:log-group:sessions' },
    alarm: { input: 'arn:aws:cloudwatch:us-east-2:123456789012:alarm:errors' },
    machine: { input: 'arn:aws:states:us-east-2:123456789012:stateMachine:rotate' },
    topic: { input: 'arn:aws:sns:us-east-2:123456789012:notices' },
    access: { input: 'write' },
    folder: { input: 'logs' },
    yes: { input: true },
    region: { input: 'us-east-2' },
    list: { input: 'current' },
    name: { input: 'Unknown' },
    role: { input: 'arn:aws:iam::123456789012:role/Unknown' },
    node: { input: 'i-02573cafcfEXAMPLE' },
    service: { input: 'events.amazonaws.com' },
    core: { input: 'AmazonSSMManagedInstanceCore' },
    partition: { input: 'aws' },
    account: { input: '123456789012' },
    organization: { input: 'o-exampleorgid' },
  },
};

export const later = (name: string): string => `\${terraform_data.${name}.output}`;

const role = {
  additional_policy_arns: { made: '${aws_iam_policy.made.arn}' },
  permissions_boundary: '${aws_iam_policy.made.arn}',
  trusted_services: [later('service')],
};
/** Everything about a bucket may be unknown. */
export const s3 = {
  regions: ['us-east-2'],
  s3_buckets: [
    {
      name: '${aws_s3_bucket.made.bucket}',
      prefix: later('folder'),
      access: later('access'),
      list: later('yes'),
      cross_account: later('yes'),
      encrypted: later('yes'),
      kms_key_arn: '${aws_kms_key.made.arn}',
    },
  ],
};

const call = callsIn(MODULES);
const roles = ['${module.automation.role_name}'];

export const modules = {
  administration: call('automation-administration-role', {
    ...role,
    execution_role_name: later('name'),
    organizational_units: later('yes'),
  }),
  execution: call('automation-execution-role', {
    ...role,
    administration_account_id: later('account'),
    administration_role_name: '${module.administration.role_name}',
    organization_id: later('organization'),
  }),
  automation: call('automation-service-role', {
    ...role,
    pass_role_arns: ['${aws_iam_role.made.arn}', '${module.profile.role_arn}'],
    pass_itself_to_services: ['ssm.amazonaws.com', later('service')],
    lambda_function_arns: ['${terraform_data.function.output}'],
    cloudwatch_alarm_arns: [later('alarm')],
  }),
  users: call('automation-user-access', {
    automation_role_arn: '${module.automation.role_arn}',
    documents: [later('name'), 'Restart'],
    roles,
  }),
  // the emulator lacks service settings
  hosts: call('default-host-management', { ...role, enabled: false }),
  notifications: call('notification-role', {
    ...role,
    topic_arns: [later('topic')],
    kms_key_arns: ['${aws_kms_key.made.arn}'],
  }),
  windows: call('maintenance-window-role', {
    ...role,
    run_command: later('yes'),
    automation: later('yes'),
    lambda_function_arns: [later('function')],
    state_machine_arns: [later('machine')],
    pass_role_arns: ['${module.notifications.role_arn}'],
  }),
  sessions: call('session-manager-user-access', {
    instance_tags: { Team: later('name') },
    regions: [later('region')],
    documents: [later('name'), 'Restart'],
    kms_key_arns: ['${aws_kms_key.made.arn}'],
    roles,
  }),
  named_sessions: call('session-manager-user-access', {
    policy_name: 'NamedSessions',
    instance_ids: [later('node')],
    administrator: later('yes'),
    roles,
  }),
  planners: call('maintenance-window-user-access', {
    maintenance_window_role_arn: '${aws_iam_role.made.arn}',
    pass_role_services: ['ssm.amazonaws.com', later('service')],
    roles,
  }),
  hybrid: call('hybrid-service-role', { ...role, ...s3 }),
  profile: call('instance-profile', { ...role, ...s3 }),
  added: call('instance-profile', {
    ...s3,
    create_role: false,
    existing_role_name: '${aws_iam_role.made.name}',
    create_instance_profile: true,
  }),
  added_without_core: call('instance-profile', {
    create_role: false,
    existing_role_name: '${aws_iam_role.made.name}',
    core_policy: null,
    cloudwatch_agent: true,
  }),
  parameters: call('parameter-store-access', {
    paths: [`/${later('folder')}`, '/web'],
    names: [later('name'), 'database'],
    kms_key_arns: ['${aws_kms_key.made.arn}'],
    access: later('access'),
    history: false,
    roles,
  }),
  s3: call('s3-access-policy', { ...s3, policy_name: 'Buckets' }),
  people: call('user-access', {
    access: 'full',
    pass_role_arns: ['${aws_iam_role.made.arn}', '${module.profile.role_arn}'],
    roles,
  }),
};
