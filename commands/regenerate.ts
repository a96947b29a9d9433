import type { Files } from '../generator/generate';
import { MODULES } from '../generator/tree';
import { chosenModules } from './chosen-modules';
import { wantedModules } from './wanted-modules';

/**
 * All that the generator writes, by paths below `generated/`.
 *
 * @param texts files of the project as they should be: `package.json`, `CHANGELOG.md` and `LICENSE`
 */
export async function regenerate(texts: Files): Promise<Files> {
  const { root, modules } = await wantedModules(
    await chosenModules(undefined),
    'generating',
    texts,
  );
  const placed = [
    ...Object.values(root).map((files) => ['', files] as const),
    ...Object.entries(modules).map(([name, files]) => [`${MODULES}/${name}/`, files] as const),
  ];
  return Object.fromEntries(
    placed.flatMap(([folder, files]) =>
      Object.entries(files).map(([path, text]) => [`${folder}${path}`, text] as const),
    ),
  );
}
