import * as cases from '../../../../modules/maintenance-window-user-access/cases';
import { differsFromPage } from '../../../../modules/maintenance-window-user-access/differences';
import { maintenanceWindowUserAccess } from '../../../../modules/maintenance-window-user-access/module';
import { ACCOUNT, awsPolicy, ownPolicy } from '../account';
import { ofCase } from './guide';
import type { Page, Procedure } from './guide';

const URL =
  'https://docs.aws.amazon.com/systems-manager/latest/userguide/configuring-maintenance-window-permissions-console.html';
const ROLES = `arn:aws:iam::${ACCOUNT}:role/`;

const POLICY = `attached: ${ownPolicy('SSMMaintenanceWindowPassRole')}`;
const PASS_ROLE = `grants: Allow iam:PassRole on ${ROLES}my-maintenance-window-role`;
/** What no input grants. */
const NOT_GRANTED = [
  `attached: ${awsPolicy('AmazonSSMFullAccess')}`,
  `grants: Allow iam:ListRoles on ${ROLES}aws-service-role/ssm.amazonaws.com/`,
];

const registerTasks: Procedure = {
  ...ofCase(maintenanceWindowUserAccess, cases.registerTasks, {
    page: [...NOT_GRANTED, PASS_ROLE],
    module: [POLICY, `${PASS_ROLE} if StringEquals iam:PassedToService = ssm.amazonaws.com`],
  }),
  name: 'Maintenance windows: user access',
  scripts: ['user-access.console.sh'],
  subject: { kind: 'user', name: 'mary' },
  block: 'planners',
  left: {
    page: NOT_GRANTED,
    module: [POLICY],
    why: [
      differsFromPage.nothingBesides.why,
      differsFromPage.noServiceLinkedRole.why,
      differsFromPage.managedPolicy.why,
    ].join(' '),
  },
};

export const page: Page = {
  folder: 'maintenance-windows',
  title: 'Control access to maintenance windows using the console',
  url: URL,
  today: URL,
  mended: ['The page names neither user nor inline policy: mary and PassRole are ours.'],
  given: 'given.sh',
  procedures: [registerTasks],
};
