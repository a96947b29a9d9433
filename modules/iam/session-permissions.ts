import { input } from '../../generator/inputs';
import { notNull } from '../../generator/null-rules';
import { each } from '../../generator/rules';
import * as type from '../../generator/types';
import { kmsKeyArn, logGroupArn } from './arns';
import { awsPage } from './aws-pages';
import { allows, always, is, isNotEmpty } from './permissions/model';
import type { StatementPermission, Term } from './permissions/model';

/** What a node needs for Session Manager beside a policy of AWS, in an inline policy of the module's. */

/** A section of the README. */
export const SESSIONS_SECTION = [
  '## Sessions',
  `For nodes that need Session Manager and nothing else of Systems Manager, set \`core_policy = "SessionManager"\`. Run Command, State Manager and Patch Manager do not work with it. Session logs go where the preferences of Session Manager say. Name a log group in \`session_log_group_arns\`. Create the log group yourself: SSM Agent does not create it. Name a bucket in \`s3_buckets\`, for example \`{ name = "session-logs", prefix = "web", access = "write" }\`, with its \`kms_key_arn\` if a key of yours encrypts it. If a KMS key encrypts session data, name it in \`session_kms_key_arns\`. Whoever starts a session needs \`kms:GenerateDataKey\` on it. Port forwarding and SSH are not logged.`,
];

/** Name of that policy. */
export const SESSION_POLICY = 'SSMSessionManager';

/** The value of `core_policy` for the least that Session Manager works with. */
export const SESSION_MANAGER = 'SessionManager';

const none: readonly string[] = [];

export const sessionInputs = {
  sessionLogGroupArns: input.withDefault(type.set(type.string), none, {
    description:
      'ARNs of the log groups in CloudWatch Logs that session logs go to. The node needs this before a session starts: if it is denied, SSM Agent logs nothing. Whether there are any must be known at plan.',
    rules: [each(notNull(logGroupArn))],
    samples: [{ value: ['arn:aws:logs:us-east-2:123456789012:log-group:example'] }],
  }),
  sessionKmsKeyArns: input.withDefault(type.set(type.string), none, {
    description:
      'ARNs of the KMS keys that encrypt session data, as set in the preferences of Session Manager. Whether there are any must be known at plan.',
    rules: [each(notNull(kmsKeyArn))],
    samples: [{ value: ['arn:aws:kms:us-east-2:123456789012:key/example'] }],
  }),
};

const inPolicy = { address: 'aws_iam_role_policy.session' };

/** The least that Session Manager works with. */
function minimalGrants(nodes: string): StatementPermission[] {
  const minimal = {
    ...inPolicy,
    when: [is('core_policy', SESSION_MANAGER)],
    see: awsPage.sessionManagerRole,
  };
  return [
    allows({
      ...minimal,
      id: 'open_sessions',
      actions: always(
        'ssmmessages:CreateControlChannel',
        'ssmmessages:CreateDataChannel',
        'ssmmessages:OpenControlChannel',
        'ssmmessages:OpenDataChannel',
      ),
      resources: always('*'),
      reason:
        'SSM Agent connects to Session Manager. IAM defines no resource type for these actions.',
    }),
    allows({
      ...minimal,
      id: 'register_node',
      actions: always('ssm:UpdateInstanceInformation'),
      resources: always(nodes),
      reason:
        'SSM Agent registers its node. The stars match every node of this kind: a role does not know which nodes have it.',
    }),
  ];
}

const logs = {
  ...inPolicy,
  when: [isNotEmpty('session_log_group_arns')],
  see: awsPage.sessionLogs,
};

const logGrants: readonly StatementPermission[] = [
  allows({
    ...logs,
    id: 'write_session_logs',
    actions: always('logs:CreateLogStream', 'logs:PutLogEvents'),
    resources: [{ text: '${each.value}:log-stream:*', for_each: 'session_log_group_arns' }],
    reason:
      'SSM Agent writes the log of each session to a stream in these log groups. The star matches the streams of one group.',
  }),
  allows({
    ...logs,
    id: 'describe_session_logs',
    actions: always('logs:DescribeLogStreams'),
    resources: [
      { text: '${each.value}', for_each: 'session_log_group_arns' },
      { text: '${each.value}:*', for_each: 'session_log_group_arns' },
    ],
    reason: 'SSM Agent looks for the stream. The ARN of a log group may end with `:*`.',
  }),
  allows({
    ...logs,
    id: 'list_log_groups',
    actions: always('logs:DescribeLogGroups'),
    resources: always('*'),
    reason:
      'SSM Agent checks the log group before a session, and logs nothing if this is denied. IAM allows this action only on everything.',
  }),
];

const keyGrant = allows({
  ...inPolicy,
  id: 'decrypt_sessions',
  when: [isNotEmpty('session_kms_key_arns')],
  actions: always('kms:Decrypt'),
  resources: [{ text: '${each.value}', for_each: 'session_kms_key_arns' }],
  reason: 'SSM Agent decrypts the data key of an encrypted session.',
  see: awsPage.sessionKey,
});

/**
 * The statements.
 *
 * @param nodes ARN of the kind of node that has the role
 */
export const sessionGrants = (role: readonly Term[], nodes: string): StatementPermission[] =>
  [...minimalGrants(nodes), ...logGrants, keyGrant].map((one) => ({ ...one, granted_to: role }));
