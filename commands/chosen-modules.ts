import { UsageError } from '../errors';
import type { ModuleDefinition } from '../generator/module';

/**
 * The module of that name, or all of them.
 *
 * The catalog brings CDKTF with it, which help and version can do without.
 *
 * @throws UsageError `UnknownModule`
 */
export async function chosenModules(name?: string): Promise<readonly ModuleDefinition[]> {
  const { shipped } = await import('../modules/catalog');
  return name === undefined ? shipped : [named(shipped, name)];
}

/** @throws UsageError `UnknownModule` */
export async function chosenModule(name: string): Promise<ModuleDefinition> {
  const { shipped } = await import('../modules/catalog');
  return named(shipped, name);
}

function named(all: readonly ModuleDefinition[], name: string): ModuleDefinition {
  const found = all.find((definition) => definition.name === name);
  if (found === undefined) {
    const names = all.map((definition) => definition.name).join(', ');
    throw new UsageError('UnknownModule', `there is no module ${name}; the modules are ${names}`);
  }
  return found;
}
