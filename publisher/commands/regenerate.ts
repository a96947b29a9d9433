import type { Files } from '../../files';
import { filesOf } from '../../generator/tree';
import { WRITTEN_LIST, writtenList } from '../../generator/written-list';
import { chosenModules } from '../../commands/chosen-modules';
import { wantedModules } from '../../commands/wanted-modules';

/**
 * All that the generator writes, by paths below `generated/`.
 *
 * @param texts files of the project as they should be: `package.json`, `CHANGELOG.md` and `LICENSE`
 */
export async function regenerate(texts: Files): Promise<Files> {
  const files = filesOf(await wantedModules(await chosenModules(), texts));
  return { ...files, [WRITTEN_LIST]: writtenList(Object.keys(files)) };
}
