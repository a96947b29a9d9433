import * as windowCases from '../../../../modules/maintenance-window-role/cases';
import { differsFromPage as windowDiffers } from '../../../../modules/maintenance-window-role/differences';
import { maintenanceWindowRole } from '../../../../modules/maintenance-window-role/module';
import * as cases from '../../../../modules/notification-role/cases';
import { differsFromPage } from '../../../../modules/notification-role/differences';
import { notificationRole } from '../../../../modules/notification-role/module';
import { ACCOUNT, ownPolicy } from '../account';
import { ofCase } from './guide';
import type { Page, Procedure } from './guide';

const PAGE =
  'https://docs.aws.amazon.com/systems-manager/latest/userguide/monitoring-sns-notifications.html';

const POLICY = `attached: ${ownPolicy('my-sns-publish-permissions')}`;
const KEY = `arn:aws:kms:us-east-2:${ACCOUNT}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
const WHY = differsFromPage.inlinePolicy.why;

const onRole = {
  subject: { kind: 'role', name: 'SSMNotificationRole' },
  block: 'notifications',
} as const;

const createRole: Procedure = {
  ...onRole,
  ...ofCase(notificationRole, cases.createRole, { page: [POLICY], module: [] }),
  name: 'notifications: role',
  scripts: ['role.console.sh'],
  left: {
    page: [POLICY],
    module: ['kms:Decrypt', 'kms:GenerateDataKey'].map(
      (action) => `grants: Allow ${action} on ${KEY}`,
    ),
    why: `${WHY} The key of the topic is in the procedure below.`,
  },
};

const encrypted: Procedure = {
  ...onRole,
  ...ofCase(notificationRole, cases.encrypted),
  name: 'notifications: encrypted topic',
  scripts: ['encrypted.console.sh'],
  left: { page: [POLICY], module: [], why: WHY },
};

const WINDOW = 'SSMMaintenanceWindowRole';
const passes = (role: string): string =>
  `grants: Allow iam:PassRole on arn:aws:iam::${ACCOUNT}:role/${role}`;
const TO_SSM = 'if StringEquals iam:PassedToService = ssm.amazonaws.com';
const narrowed = {
  page: [passes('SSMNotificationRole')],
  module: [WINDOW, 'SSMNotificationRole'].map((role) => `${passes(role)} ${TO_SSM}`),
};

/** Beside what the window may do: its own page has that. */
const window: Procedure = {
  ...ofCase(maintenanceWindowRole, windowCases.notifications, narrowed),
  name: 'notifications: maintenance window',
  scripts: ['window.console.sh'],
  subject: { kind: 'role', name: WINDOW },
  block: 'window_with_notifications',
  inputs: {
    run_command: false,
    pass_role_arns: [`arn:aws:iam::${ACCOUNT}:role/SSMNotificationRole`],
  },
  asked: {
    run_command: false,
    pass_role_arns: [`arn:aws:iam::${ACCOUNT}:role/SSMNotificationRole`],
  },
  left: {
    ...narrowed,
    why: `${windowDiffers.passToSystemsManagerOnly.why} The role of a window may always pass itself.`,
  },
};

export const page: Page = {
  folder: 'notifications',
  title: 'Monitoring Systems Manager status changes using Amazon SNS notifications',
  url: PAGE,
  today: PAGE,
  mended: [
    'The page names neither role: SSMNotificationRole and SSMMaintenanceWindowRole are ours. The topic is called notices.',
    'The page has the iam:PassRole policy clicked together: its JSON is what the visual editor writes. The policy that the role of the window has beside it is left out.',
  ],
  procedures: [createRole, encrypted, window],
};
