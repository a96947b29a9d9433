import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Tools } from '../__tests__/e2e/harness/tools';
import { Workspace } from '../__tests__/e2e/harness/workspace';
import { run } from './child';
import { BARE_MODULE_SOURCE, MODULE_SOURCE, bareModule } from './configurations';
import { TEMPORARY, freshPath } from './temporary';

/** Terraform, and what its provider talks to. */
export interface Cloud {
  readonly tools: Tools;
  readonly environment: Readonly<Record<string, string>>;
}

const workspaces: Workspace[] = [];
process.on('exit', () => {
  workspaces.forEach((workspace) => {
    workspace.remove();
  });
});

let modules: Promise<string> | undefined;

/** An initialized root configuration; the modules are those that the built command writes now. */
export async function openWorkspace(cloud: Cloud, hcl: string): Promise<Workspace> {
  const pluginCache = join(TEMPORARY, 'plugins');
  mkdirSync(pluginCache, { recursive: true });
  const environment = {
    ...cloud.environment,
    // one copy of the provider for all configurations
    TF_PLUGIN_CACHE_DIR: pluginCache,
    TF_PLUGIN_CACHE_MAY_BREAK_DEPENDENCY_LOCK_FILE: '1',
  };
  const workspace = new Workspace(cloud.tools, environment, {});
  workspaces.push(workspace);
  workspace.write('configuration.tf', hcl);
  workspace.write(join(BARE_MODULE_SOURCE, 'main.tf'), bareModule());
  modules ??= generateModules();
  cpSync(join(await modules, 'instance-profile'), join(workspace.folder, MODULE_SOURCE), {
    recursive: true,
  });
  await workspace.init();
  return workspace;
}

async function generateModules(): Promise<string> {
  const out = freshPath();
  await run(process.execPath, ['dist/cli.js', 'generate', '--out', out]);
  return join(out, 'modules');
}
