import { UsageError } from '../errors';
import type { Companions } from './companions';
import { changelogOf } from './emit/changelog';
import { interfaceJson } from './emit/interface-json';
import { terraformFiles } from './emit/terraform-files';
import { synthesize } from './interface';
import { lint } from './lint';
import type { ModuleDefinition } from './module';
import { readme } from './readme/readme';
import { TERRAFORM_DOCS_SETTINGS } from './readme/terraform-docs';

/** Content of files by their names, for one folder. */
export type Files = Readonly<Record<string, string>>;

/**
 * The files of a module, as data.
 *
 * @throws UsageError `ModuleLint` when the module is not fit to be shipped
 */
export function moduleFiles(definition: ModuleDefinition, companions: Companions): Files {
  const module = synthesize(definition);
  const findings = lint(module.stack, module.configuration);
  if (findings.length > 0) {
    const lines = findings.map(({ code, message }) => `\n  ${message} [${code}]`);
    throw new UsageError(
      'ModuleLint',
      `${definition.name} must not be shipped as it is:${lines.join('')}\n`,
    );
  }
  return {
    ...terraformFiles(module.configuration),
    'README.md': readme(module.interface, companions),
    'interface.json': interfaceJson(module.interface, '../../'),
    [TERRAFORM_DOCS_SETTINGS.name]: TERRAFORM_DOCS_SETTINGS.content,
    ...besides(definition.name, companions),
  };
}

/** Files that are not made from the definition. */
function besides(
  name: string,
  { changelog, examples, license, modules }: Companions,
): Record<string, string> {
  const files = Object.entries(examples[name] ?? {});
  return {
    'CHANGELOG.md': changelogOf(changelog, name, modules),
    LICENSE: license,
    ...Object.fromEntries(files.map(([path, text]) => [`examples/${path}`, text])),
  };
}

/** The files of some modules, by the folder of each below `modules/`. */
export function generate(
  definitions: readonly ModuleDefinition[],
  companions: Companions,
): Readonly<Record<string, Files>> {
  return Object.fromEntries(
    definitions.map((definition) => [definition.name, moduleFiles(definition, companions)]),
  );
}
