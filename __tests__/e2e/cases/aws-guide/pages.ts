import * as automation from './automation';
import type { Page } from './guide';
import * as hybrid from './hybrid-service-role';
import * as instanceProfile from './instance-profile';
import * as maintenanceWindows from './maintenance-windows';
import * as sessionManager from './session-manager';

/** The pages, in groups in which no name is used twice. */
export const ROUNDS: readonly (readonly Page[])[] = [
  [hybrid.olderPage, instanceProfile.olderPage, automation.page, instanceProfile.page],
  [hybrid.page, maintenanceWindows.page, ...sessionManager.pages],
];

export const PAGES: readonly Page[] = ROUNDS.flat();
