import * as automation from './automation';
import * as hosts from './default-host-management';
import type { Page } from './guide';
import * as hybrid from './hybrid-service-role';
import * as instanceProfile from './instance-profile';
import * as windows from './maintenance-windows';
import * as notifications from './notifications';

/** The pages, in groups in which no name is used twice. */
export const ROUNDS: readonly (readonly Page[])[] = [
  [
    hybrid.olderPage,
    instanceProfile.olderPage,
    automation.page,
    instanceProfile.page,
    hosts.page,
    windows.consolePage,
    notifications.page,
  ],
  [hybrid.page, windows.commandsPage],
];

export const PAGES: readonly Page[] = ROUNDS.flat();
