import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { mustExecute } from '../__tests__/e2e/harness/child';
import { terraformEnvironment } from '../__tests__/e2e/harness/tools';
import type { Tools } from '../__tests__/e2e/harness/tools';
import { Workspace } from '../__tests__/e2e/harness/workspace';
import type { Configuration } from './configurations';
import { HERE, costOf } from './cost';
import type { Cost } from './cost';
import { TEMPORARY, freshPath } from './temporary';

/** Terraform, and what its provider talks to. */
export interface Cloud {
  readonly tools: Tools;
  readonly environment: Readonly<Record<string, string>>;
}

const PLAN = ['plan', '-no-color', '-input=false'];

const workspaces: Workspace[] = [];
process.on('exit', () => {
  workspaces.forEach((workspace) => {
    workspace.remove();
  });
});

/** Initializes a root configuration in a folder of its own. */
export async function openWorkspace(
  cloud: Cloud,
  { hcl, module }: Configuration,
): Promise<Workspace> {
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
  if (module !== undefined) {
    cpSync(module, join(workspace.folder, 'module'), { recursive: true });
  }
  await workspace.init();
  return workspace;
}

/** Initializes a configuration, and gives what plans it and tells what that took. */
export async function planning(
  cloud: Cloud,
  configuration: Configuration,
): Promise<() => Promise<Cost>> {
  const { folder } = await openWorkspace(cloud, configuration);
  const env = { ...cloud.environment, ...terraformEnvironment(cloud.tools) };
  return async () => {
    const run = await costOf(cloud.tools.terraform, PLAN, { cwd: folder, env });
    if (
      !run.printed.includes(`Plan: ${configuration.resources} to add, 0 to change, 0 to destroy`)
    ) {
      throw new Error(`a plan is not of ${configuration.resources} resources:\n${run.printed}`);
    }
    return run;
  };
}

/** Writes the modules as the built command does now, and returns the folder of one of them. */
export async function generatedModule(name: string): Promise<string> {
  const out = freshPath();
  await mustExecute(process.execPath, ['dist/cli.js', 'generate', '--out', out], HERE);
  return join(out, 'modules', name);
}
