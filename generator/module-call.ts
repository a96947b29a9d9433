import { TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import { Expr } from './expression';
import type { ModuleDefinition } from './module';
import { snakeCase } from './names';

/** Where the modules lie that another one calls, seen from that one. */
const MODULES = './modules';

/** The `module` block of a called module: its name and where it finds the module. */
export interface ModuleCall {
  readonly name: string;
  readonly source: string;
}

/** A module is called by its name, in Terraform's spelling of names. */
export function callOf({ name }: Pick<ModuleDefinition, 'name'>): ModuleCall {
  return { name: name.replace(/-/g, '_'), source: `${MODULES}/${name}` };
}

/**
 * Calls a module once or not at all.
 *
 * CDKTF's own construct would copy the folder of the module and write a path
 * into its output folder.
 *
 * @param count how many instances there are
 * @returns the list of instances
 */
export function callModule(
  scope: Construct,
  called: ModuleDefinition,
  count: Expr<number>,
  values: Readonly<Record<string, Expr<unknown>>>,
): Expr<readonly object[]> {
  const { name, source } = callOf(called);
  const inputs = Object.entries(values).map(([input, value]) => [snakeCase(input), value.inString]);
  TerraformStack.of(scope).addOverride(`module.${name}`, {
    source,
    count: count.inString,
    ...Object.fromEntries(inputs),
  });
  return new Expr(`module.${name}`);
}
