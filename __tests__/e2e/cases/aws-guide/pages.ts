import * as automation from './automation';
import * as automationAccounts from './automation-accounts';
import * as automationAlarms from './automation-alarms';
import * as consoleAccess from './console-access';
import * as hosts from './default-host-management';
import type { Page } from './guide';
import * as hybrid from './hybrid-service-role';
import * as instanceProfile from './instance-profile';
import * as windowUsers from './maintenance-window-users';
import * as windows from './maintenance-windows';
import * as notifications from './notifications';
import * as parameterStore from './parameter-store';
import * as sessionManager from './session-manager';
import * as sessionUsers from './session-users';

/** The pages, in groups in which no name is used twice. */
export const ROUNDS: readonly (readonly Page[])[] = [
  [
    hybrid.olderPage,
    instanceProfile.olderPage,
    automation.page,
    automationAlarms.page,
    automationAccounts.page,
    instanceProfile.page,
    parameterStore.page,
    consoleAccess.page,
    hosts.page,
    windows.consolePage,
    notifications.page,
  ],
  [hybrid.page, sessionManager.page, windows.commandsPage, windowUsers.page, ...sessionUsers.pages],
];

export const PAGES: readonly Page[] = ROUNDS.flat();
