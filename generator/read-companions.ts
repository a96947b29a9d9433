import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Companions } from './companions';
import type { Files } from '../files';
import { publicationOf } from './publication';

/**
 * Reads what people wrote to be shipped beside the modules.
 *
 * @param modules names of all modules
 * @param code the folder of the program: that of the project, or `dist/` in it
 * @param texts what stands in files of the project, if not what they hold: `package.json`, `LICENSE` and `CHANGELOG.md`
 */
export function readCompanions(
  modules: readonly string[],
  code = join(__dirname, '..'),
  texts: Files = {},
): Companions {
  const project = existsSync(join(code, 'package.json')) ? code : dirname(code);
  const read = (name: string): string => texts[name] ?? readFileSync(join(project, name), 'utf8');
  const { version } = JSON.parse(read('package.json')) as { version: string };
  return {
    publication: publicationOf(version),
    license: read('LICENSE'),
    schema: read('docs/schemas/interface.schema.json'),
    changelog: read('CHANGELOG.md'),
    examples: Object.fromEntries(
      modules.map((module) => [module, filesOf(join(code, 'modules', module, 'examples'))]),
    ),
  };
}

/** The files below a folder, sorted by their paths in it. */
function filesOf(folder: string): Files {
  if (!existsSync(folder)) {
    return {};
  }
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.tf'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !relative(folder, path).split('/').includes('.terraform'))
    .sort();
  return Object.fromEntries(
    paths.map((path) => [relative(folder, path), readFileSync(path, 'utf8')]),
  );
}
