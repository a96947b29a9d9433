import { UsageError } from '../errors';
import type { ModuleDefinition } from '../generator/module';

/**
 * The module of that name, or all of them.
 *
 * @throws UsageError `UnknownModule` or `CdktfMissing`
 */
export async function chosenModules(name?: string): Promise<readonly ModuleDefinition[]> {
  return name === undefined ? shippedModules() : [await chosenModule(name)];
}

/** @throws UsageError `UnknownModule` or `CdktfMissing` */
export async function chosenModule(name: string): Promise<ModuleDefinition> {
  const shipped = await shippedModules();
  const found = shipped.find((definition) => definition.name === name);
  if (found === undefined) {
    const names = shipped.map((definition) => definition.name).join(', ');
    throw new UsageError('UnknownModule', `there is no module ${name}; the modules are ${names}`);
  }
  return found;
}

/** The catalog brings CDKTF with it: help and version can do without, and a CDK Terrain app may not have it. */
async function shippedModules(): Promise<readonly ModuleDefinition[]> {
  try {
    return (await import('../modules/catalog')).shipped;
  } catch (error) {
    if (
      error instanceof Error &&
      /^Cannot find module '(@?cdktf|constructs)\b/.test(error.message)
    ) {
      throw new UsageError(
        'CdktfMissing',
        'cdktf and @cdktf/provider-aws are not installed beside ssm-iam; install them in the same folder: npm install --save-dev cdktf @cdktf/provider-aws',
      );
    }
    throw error;
  }
}
