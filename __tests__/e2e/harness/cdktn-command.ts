import { copyFileSync } from 'node:fs';
import { gte } from 'semver';
import { mustExecute } from './child';
import type { ConsumerApp } from './consumer';
import type { Bench } from './suite';
import { findProgram } from './tools';
import type { Workspace } from './workspace';

/** The command of CDK Terrain. On Node.js 20, which CI has, it could not run if it were there. */
const CDKTN = gte(process.versions.node, '22.19.0') ? findProgram('CDKTN', 'cdktn') : undefined;

/** What the name of a test adds if it does not run commands that are in its text. */
export const notRun = (text: string): string =>
  CDKTN === undefined && /^npx cdktn /m.test(text)
    ? ', without npx cdktn: it needs Node.js 22.19, and cdktn on PATH or its path in CDKTN'
    : '';

/** An app that was moved, and where CDKTF planned it before. */
interface Moved {
  readonly bench: Bench;
  readonly app: ConsumerApp;
  readonly workspace?: Workspace;
}

/**
 * Runs `npx cdktn ...` on an app, with the state of what CDKTF had deployed.
 *
 * @returns what it printed; undefined if the command is not there
 */
export async function runCdktn(
  line: string,
  { bench, app, workspace }: Moved,
): Promise<string | undefined> {
  if (CDKTN === undefined) {
    return undefined;
  }
  if (workspace === undefined) {
    throw new Error('the page on CDKTF, with the app that moves, comes first');
  }
  await bench.emulator.reset();
  await workspace.apply();
  copyFileSync(`${workspace.folder}/terraform.tfstate`, app.path('terraform.servers.tfstate'));
  app.addTypeScript();
  const quiet = { CI: '1', DISABLE_VERSION_CHECK: '1', FORCE_COLOR: '0' };
  const env = { ...bench.environment, ...quiet, CDKTF_HOME: app.path('.home') };
  const args = [...line.split(' ').slice(2), '--skip-provider-lock'];
  return mustExecute(CDKTN, args, { cwd: app.folder, env });
}
