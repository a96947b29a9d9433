import type { RuleCase } from './rule-case';
import {
  ACCOUNT,
  inAccess,
  inAdministration,
  inAutomation,
  inExecution,
  inHybrid,
  inNotifications,
  inPlanners,
  inWindows,
  ofLength,
  several,
} from './rule-case';

const document = (statements: unknown): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements });
const ALLOW = [{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/*' }];
const allowOn = (name: string): string =>
  document([{ ...ALLOW[0], Resource: `arn:aws:s3:::${name}` }]);

/** A document of an exact number of characters. */
const documentOf = (length: number): string => allowOn(ofLength(length - allowOn('').length));

/** The same document with one letter that the provider sends as six. */
const withAmpersand = (written: string): string => written.replace('aaa', 'aa&');

/** The same document with thousands of characters of white space between its words. */
const spreadOut = (written: string): string =>
  JSON.stringify(JSON.parse(written), null, '\t').replaceAll('\n', `${' '.repeat(500)}\r\n`);

const LONGEST_INLINE = 10_240;
const LONGEST_MANAGED = 6144;

/** What the role of Automation grants itself by default, in the account of the emulator. */
const OWN_DOCUMENT = document([
  {
    Effect: 'Allow',
    Action: 'iam:PassRole',
    Resource: `arn:aws:iam::${ACCOUNT}:role/AutomationServiceRole`,
    Condition: { StringEquals: { 'iam:PassedToService': ['ssm.amazonaws.com'] } },
  },
]);
const BESIDE_OWN = LONGEST_INLINE - OWN_DOCUMENT.length;

/** The least that sessions need on a hybrid node. */
const SESSIONS = document([
  {
    Effect: 'Allow',
    Action: [
      'ssmmessages:CreateControlChannel',
      'ssmmessages:CreateDataChannel',
      'ssmmessages:OpenControlChannel',
      'ssmmessages:OpenDataChannel',
    ],
    Resource: '*',
  },
  {
    Effect: 'Allow',
    Action: 'ssm:UpdateInstanceInformation',
    Resource: 'arn:aws:ssm:*:*:managed-instance/*',
  },
]);
const BESIDE_SESSIONS = LONGEST_INLINE - SESSIONS.length;

/** The policy of automation-user-access for some services, without access to automations. */
const passRoleDocument = (services: readonly string[]): string =>
  document([
    {
      Sid: 'PassAutomationRole',
      Effect: 'Allow',
      Action: 'iam:PassRole',
      Resource: `arn:aws:iam::${ACCOUNT}:role/Automation`,
      Condition: { StringEquals: { 'iam:PassedToService': services } },
    },
  ]);

/** Services that make that policy so long. */
function servicesFor(length: number): string[] {
  const services = Array.from({ length: 100 }, (_, i) => `s${100 + i}.amazonaws.com`);
  const missing = length - passRoleDocument(services).length;
  return [...services.slice(1), `${ofLength(missing, 's')}${services[0] ?? ''}`];
}

/** Runbooks with names as long as they get. */
const runbooks = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => ofLength(128, `Runbook-${10 + i}-`));

/** Documents that a caller hands in or a module makes. */
export const DOCUMENTS: readonly RuleCase[] = [
  inHybrid(
    'PolicyDocument',
    'inline_policies',
    [
      { one: document(ALLOW) },
      { one: document(ALLOW[0]) },
      { one: `\n  ${spreadOut(document(ALLOW))}\n` },
      // what it says is between the caller and IAM
      { one: document({ Effect: 'Deny', NotAction: 's3:*' }) },
    ],
    [
      { one: '' },
      { one: '{' },
      { one: '[]' },
      { one: '"text"' },
      { one: '{}' },
      { one: document([]) },
      { one: document({}) },
      { one: document(null) },
      { one: '{"Statement":[{"Effect":"Allow"}]}' },
      { one: '{"Version":"","Statement":[{"Effect":"Allow"}]}' },
    ],
  ),
  inHybrid(
    'InlinePolicySize',
    'inline_policies',
    [
      { one: documentOf(LONGEST_INLINE) },
      { one: spreadOut(documentOf(LONGEST_INLINE)) },
      { one: documentOf(LONGEST_INLINE - 500), two: documentOf(500) },
      { one: withAmpersand(documentOf(LONGEST_INLINE - 5)) },
    ],
    [
      { one: documentOf(LONGEST_INLINE + 1) },
      { one: documentOf(LONGEST_INLINE - 500), two: documentOf(501) },
      { one: withAmpersand(documentOf(LONGEST_INLINE - 4)) },
    ],
  ),
  several(
    inAutomation(
      'InlinePolicySize',
      'inline_policies',
      [{ one: documentOf(BESIDE_OWN) }],
      [{ one: documentOf(BESIDE_OWN + 1) }],
    ),
  ),
  several(
    inHybrid(
      'InlinePolicySize',
      'inline_policies',
      [{ one: documentOf(BESIDE_SESSIONS) }],
      [{ one: documentOf(BESIDE_SESSIONS + 1) }],
      { core_policy: 'SessionManager' },
    ),
  ),
  several(
    inHybrid(
      'InlinePolicyName',
      'inline_policies',
      [{ ssmsessionmanager: document(ALLOW) }],
      [{ SSMSessionManager: document(ALLOW) }],
    ),
  ),
  several(
    inAutomation(
      'InlinePolicyName',
      'inline_policies',
      [{ mine: document(ALLOW) }],
      [{ SSMAutomationPermissions: document(ALLOW) }],
    ),
  ),
  several(
    inAdministration(
      'InlinePolicyName',
      'inline_policies',
      [{ ExecutionPolicy: document(ALLOW) }],
      [{ 'AssumeRole-AWSSystemsManagerAutomationExecutionRole': document(ALLOW) }],
    ),
  ),
  several(
    inExecution('InlinePolicyName', 'inline_policies', [], [{ ExecutionPolicy: document(ALLOW) }]),
  ),
  several(
    inNotifications(
      'InlinePolicyName',
      'inline_policies',
      [{ SSMAutomationPermissions: document(ALLOW) }],
      [{ SSMNotificationPermissions: document(ALLOW) }],
    ),
  ),
  several(
    inWindows(
      'InlinePolicyName',
      'inline_policies',
      [{ mine: document(ALLOW) }],
      [{ SSMMaintenanceWindowPermissions: document(ALLOW) }],
    ),
  ),
  several(
    inAccess(
      'PolicySize',
      'pass_role_services',
      [servicesFor(LONGEST_MANAGED)],
      [servicesFor(LONGEST_MANAGED + 1)],
      { access: null },
    ),
  ),
  several(inAccess('PolicySize', 'documents', [runbooks(16)], [runbooks(17)])),
  several(
    inPlanners(
      'PolicySize',
      'pass_role_services',
      [[`${ofLength(5700)}.amazonaws.com`]],
      [[`${ofLength(6144)}.amazonaws.com`]],
    ),
  ),
];
