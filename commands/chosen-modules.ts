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
  return name === undefined
    ? (await import('../modules/catalog')).shipped
    : [await chosenModule(name)];
}

/** @throws UsageError `UnknownModule` */
export async function chosenModule(name: string): Promise<ModuleDefinition> {
  const { shipped } = await import('../modules/catalog');
  const found = shipped.find((definition) => definition.name === name);
  if (found === undefined) {
    const names = shipped.map((definition) => definition.name).join(', ');
    throw new UsageError('UnknownModule', `there is no module ${name}; the modules are ${names}`);
  }
  return found;
}
