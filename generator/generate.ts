import { UsageError } from '../errors';
import type { Files } from '../files';
import type { Companions } from './companions';
import { lintDataFiles } from './data-files';
import { shippedChangelog } from './emit/changelog';
import { SCHEMA_FILE, interfaceJson } from './emit/interface-json';
import { canonicalJson } from './emit/json';
import { terraformFiles } from './emit/terraform-files';
import { synthesize } from './interface';
import type { ModuleInterface } from './interface';
import { lint } from './lint';
import type { ModuleDefinition } from './module';
import { readme } from './readme/readme';
import { terraformDocsSettings } from './readme/terraform-docs';
import { testFiles } from './shipped-tests';
import { MODULES } from './tree';
import type { Tree } from './tree';

/**
 * The files of a module, as data.
 *
 * @throws UsageError `ModuleLint` when the module is not fit to be shipped
 */
export function moduleFiles(definition: ModuleDefinition, companions: Companions): Files {
  const module = synthesize(definition);
  const { dataFiles = [] } = definition;
  const findings = [...lint(module.configuration), ...lintDataFiles(dataFiles)];
  if (findings.length > 0) {
    const lines = findings.map(({ code, message }) => `\n  ${message} [${code}]`);
    throw new UsageError(
      'ModuleLint',
      `${definition.name} must not be shipped as it is:${lines.join('')}\n`,
    );
  }
  return {
    ...terraformFiles(module.configuration),
    ...Object.fromEntries(dataFiles.map(({ name, content }) => [name, canonicalJson(content)])),
    ...testFiles(definition, module),
    'README.md': readme(module.interface, companions),
    ...terraformDocsSettings(module.interface),
    ...besides(definition, module.interface, companions),
  };
}

/** The contract and the examples: the module above the others has the schema, the licence and the changelog of all. */
function besides(
  { name, calls }: ModuleDefinition,
  module: ModuleInterface,
  { changelog, examples, license, schema }: Companions,
): Files {
  const isAbove = calls !== undefined;
  const files = Object.entries(examples[name] ?? {});
  return {
    'interface.json': interfaceJson(module, isAbove ? '' : '../../'),
    ...(isAbove && {
      [SCHEMA_FILE]: schema,
      'CHANGELOG.md': shippedChangelog(changelog),
      LICENSE: license,
    }),
    ...Object.fromEntries(files.map(([path, text]) => [`examples/${path}`, text])),
  };
}

/** Generates modules, each where it belongs: those that call others come last, above the others. */
export function generate(definitions: readonly ModuleDefinition[], companions: Companions): Tree {
  const placed = definitions.map((definition) => ({
    name: definition.name,
    folder: definition.calls === undefined ? `${MODULES}/${definition.name}/` : '',
    files: moduleFiles(definition, companions),
  }));
  return [
    ...placed.filter(({ folder }) => folder !== ''),
    ...placed.filter(({ folder }) => folder === ''),
  ];
}
