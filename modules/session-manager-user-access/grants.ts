import { awsPage } from '../iam/aws-pages';
import { allows, always, is, isNotEmpty } from '../iam/permissions/model';
import { OWN } from './inputs';
import { LISTS, inAccount, inPolicy, starting } from './start-grants';

const byName = [is('own_sessions', OWN.iamUser)];
const byTag = [is('own_sessions', OWN.anyIdentity)];
const SESSIONS_BY_NAME = always(inAccount('ssm', 'session/${aws:username}-*'));
const ALL_SESSIONS = always(inAccount('ssm', 'session/*'));
const endOwn = {
  ...inPolicy,
  actions: always('ssm:TerminateSession', 'ssm:ResumeSession'),
  see: awsPage.sessionUserExamples,
};
const openChannel = {
  ...inPolicy,
  actions: always('ssmmessages:OpenDataChannel'),
  see: awsPage.messageActions,
};

const sessions = [
  allows({
    ...openChannel,
    id: 'open_data_channel',
    when: byTag,
    resources: ALL_SESSIONS,
    reason:
      'The client sends and receives session data through the data channel. IAM documents no tag for this action, so it cannot be limited to the sessions that a person started. A client also needs the token of the session.',
  }),
  allows({
    ...openChannel,
    id: 'open_data_channel_by_user_name',
    when: byName,
    resources: SESSIONS_BY_NAME,
    reason:
      'The client sends and receives the data of a session through it. The ID of a session begins with the name of the user.',
  }),
  allows({
    ...endOwn,
    id: 'end_own_sessions',
    when: byTag,
    resources: ALL_SESSIONS,
    conditions: [
      {
        operator: 'StringLike',
        key: 'ssm:resourceTag/aws:ssmmessages:session-id',
        values: always('${aws:userid}*'),
      },
    ],
    reason:
      'Ends and resumes own sessions. Session Manager tags each session with the ID of the person who started it. The condition compares how the tag begins, so it also matches a person whose ID begins alike, like the role sessions `ann` and `anna`.',
  }),
  allows({
    ...endOwn,
    id: 'end_own_sessions_by_user_name',
    when: byName,
    resources: SESSIONS_BY_NAME,
    reason: 'Ends and resumes own sessions. Their IDs begin with the name of the user.',
  }),
  allows({
    ...inPolicy,
    id: 'encrypt_sessions',
    when: [isNotEmpty('kms_key_arns')],
    actions: always('kms:GenerateDataKey'),
    resources: [{ text: '${each.value}', for_each: 'kms_key_arns' }],
    reason: 'A person who starts an encrypted session generates its data key.',
    see: awsPage.sessionEncryption,
  }),
];

const inConsole = { ...inPolicy, when: [is('console', true)] };

const consoles = [
  allows({
    ...inConsole,
    id: 'list_in_consoles',
    actions: always(
      'ssm:DescribeSessions',
      'ssm:DescribeInstanceInformation',
      'ssm:DescribeInstanceProperties',
      'ssm:ListDocuments',
      'ec2:DescribeInstances',
    ),
    resources: always('*'),
    reason:
      'The consoles of Session Manager, Fleet Manager and EC2 list nodes, sessions and documents. IAM defines no resource type for these actions.',
  }),
  allows({
    ...inConsole,
    id: 'read_documents',
    actions: always('ssm:GetDocument'),
    resources: [LISTS.own_documents, LISTS.documents_of_aws],
    reason: 'The console shows the parameters of the document that a person chooses.',
    see: awsPage.sessionUserExamples,
  }),
];

const administers = { ...inPolicy, when: [is('administrator', true)] };

const administration = [
  allows({
    ...administers,
    id: 'end_any_session',
    actions: always('ssm:TerminateSession'),
    resources: [LISTS.sessions],
    reason: 'Ends the sessions of others. Sessions have no ID before they begin.',
    see: awsPage.sessionUserExamples,
  }),
  allows({
    ...administers,
    id: 'edit_preferences',
    actions: always('ssm:CreateDocument', 'ssm:UpdateDocument', 'ssm:GetDocument'),
    resources: [LISTS.preferences],
    reason:
      'This document holds the preferences of Session Manager in a region. It sets the logs, the encryption, and the user that a session runs as.',
  }),
];

/** All that the users, groups and roles can be given, and by which input. */
export const grants = [...starting, ...sessions, ...consoles, ...administration];
