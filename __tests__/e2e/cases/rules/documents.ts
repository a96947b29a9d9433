import { allow, passing, written } from '../statements';
import type { OfInput, RuleCase } from './rule-case';
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
} from './rule-case';

const document = (statements: unknown): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements });
const ALLOW = [allow('s3:GetObject', 'arn:aws:s3:::b/*')];
const allowOn = (name: string): string => written(allow('s3:GetObject', `arn:aws:s3:::${name}`));

/** A document of an exact number of characters. */
const documentOf = (length: number): string => allowOn(ofLength(length - allowOn('').length));

/** The same document with one letter that the provider sends as six. */
const withAmpersand = (json: string): string => json.replace('aaa', 'aa&');

/** The same document with thousands of characters of white space between its words. */
const spreadOut = (json: string): string =>
  JSON.stringify(JSON.parse(json), null, '\t').replaceAll('\n', `${' '.repeat(500)}\r\n`);

const LONGEST_INLINE = 10_240;
const LONGEST_MANAGED = 6144;

/** What the role of Automation grants itself by default, in the account of the emulator. */
const OWN_DOCUMENT = written(
  passing(`arn:aws:iam::${ACCOUNT}:role/AutomationServiceRole`, ['ssm.amazonaws.com']),
);

/** The least that sessions need on a hybrid node. */
const SESSIONS = written(
  allow(
    ['CreateControlChannel', 'CreateDataChannel', 'OpenControlChannel', 'OpenDataChannel'].map(
      (action) => `ssmmessages:${action}`,
    ),
    '*',
  ),
  allow('ssm:UpdateInstanceInformation', 'arn:aws:ssm:*:*:managed-instance/*'),
);

/** The policy of automation-user-access for some services, without access to automations. */
const passRoleDocument = (services: readonly string[]): string =>
  written({
    Sid: 'PassAutomationRole',
    ...passing(`arn:aws:iam::${ACCOUNT}:role/Automation`, services),
  });

/** Services that make that policy so long. */
function servicesFor(length: number): string[] {
  const services = Array.from({ length: 100 }, (_, i) => `s${100 + i}.amazonaws.com`);
  const missing = length - passRoleDocument(services).length;
  return [...services.slice(1), `${ofLength(missing, 's')}${services[0] ?? ''}`];
}

/** Runbooks with names as long as they get. */
const runbooks = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => ofLength(128, `Runbook-${10 + i}-`));

const inlineSize = (inModule: OfInput, most: number, beside?: object): RuleCase =>
  inModule('InlinePolicySize', 'inline_policies', {
    good: [{ one: documentOf(most) }],
    bad: [{ one: documentOf(most + 1) }],
    beside,
  });

/** The name of the module's own policy is taken. */
const inlineName = (inModule: OfInput, free: readonly string[], taken: string): RuleCase =>
  inModule('InlinePolicyName', 'inline_policies', {
    good: free.map((name) => ({ [name]: document(ALLOW) })),
    bad: [{ [taken]: document(ALLOW) }],
  });

/** Documents that a caller hands in or a module makes. */
export const DOCUMENTS: readonly RuleCase[] = [
  inHybrid('PolicyDocument', 'inline_policies', {
    good: [
      { one: document(ALLOW) },
      { one: document(ALLOW[0]) },
      { one: `\n  ${spreadOut(document(ALLOW))}\n` },
      // what it says is between the caller and IAM
      { one: document({ Effect: 'Deny', NotAction: 's3:*' }) },
    ],
    bad: [
      ...['', '{', '[]', '"text"', '{}', document([]), document({}), document(null)],
      '{"Statement":[{"Effect":"Allow"}]}',
      '{"Version":"","Statement":[{"Effect":"Allow"}]}',
    ].map((one) => ({ one })),
  }),
  inHybrid('InlinePolicySize', 'inline_policies', {
    good: [
      { one: documentOf(LONGEST_INLINE) },
      { one: spreadOut(documentOf(LONGEST_INLINE)) },
      { one: documentOf(LONGEST_INLINE - 500), two: documentOf(500) },
      { one: withAmpersand(documentOf(LONGEST_INLINE - 5)) },
    ],
    bad: [
      { one: documentOf(LONGEST_INLINE + 1) },
      { one: documentOf(LONGEST_INLINE - 500), two: documentOf(501) },
      { one: withAmpersand(documentOf(LONGEST_INLINE - 4)) },
    ],
  }),
  { ...inlineSize(inAutomation, LONGEST_INLINE - OWN_DOCUMENT.length), several: true },
  {
    ...inlineSize(inHybrid, LONGEST_INLINE - SESSIONS.length, { core_policy: 'SessionManager' }),
    several: true,
  },
  inlineName(inHybrid, ['ssmsessionmanager'], 'SSMSessionManager'),
  inlineName(inAutomation, ['mine'], 'SSMAutomationPermissions'),
  inlineName(
    inAdministration,
    ['ExecutionPolicy'],
    'AssumeRole-AWSSystemsManagerAutomationExecutionRole',
  ),
  inlineName(inExecution, [], 'ExecutionPolicy'),
  inlineName(inNotifications, ['SSMAutomationPermissions'], 'SSMNotificationPermissions'),
  inlineName(inWindows, ['mine'], 'SSMMaintenanceWindowPermissions'),
  inAccess('PolicySize', 'pass_role_services', {
    good: [servicesFor(LONGEST_MANAGED)],
    bad: [servicesFor(LONGEST_MANAGED + 1)],
    beside: { access: null },
  }),
  inAccess('PolicySize', 'documents', { good: [runbooks(16)], bad: [runbooks(17)] }),
  inPlanners('PolicySize', 'pass_role_services', {
    good: [[`${ofLength(5700)}.amazonaws.com`]],
    bad: [[`${ofLength(6144)}.amazonaws.com`]],
  }),
];
