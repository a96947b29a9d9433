import type { InstalledProvider } from './provider';

/** Variable that tells the workers of jest what was started for them. */
export const SHARED = 'SSM_IAM_E2E_SHARED';

/** What the suites of one worker use, one after the other. */
export interface SharedServers {
  /** Of the emulator. */
  readonly endpoint: string;
  /** Value of TF_REATTACH_PROVIDERS. */
  readonly reattach: string;
}

export interface Shared {
  readonly provider: InstalledProvider;
  readonly workers: readonly SharedServers[];
}

/** What was started for this worker; undefined if a tool was missing, or the provider. */
export function sharedServers(): (SharedServers & Pick<Shared, 'provider'>) | undefined {
  const given = process.env[SHARED];
  if (given === undefined) {
    return undefined;
  }
  const { provider, workers } = JSON.parse(given) as Shared;
  const servers = workers[Number(process.env.JEST_WORKER_ID ?? 1) - 1];
  return servers && { ...servers, provider };
}
