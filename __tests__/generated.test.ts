import { join } from 'node:path';
import { generate } from '../generator/generate';
import { readCompanions } from '../generator/read-companions';
import { treeOf } from '../generator/tree';
import { shipped } from '../modules/catalog';
import { contentsOf } from './fixtures/folder-contents';
import { PROJECT } from './fixtures/source-files';

test('what is committed is what would be generated, byte by byte', () => {
  const companions = readCompanions(shipped.map(({ name }) => name));
  const { root, modules } = treeOf(shipped, generate(shipped, companions));
  const below = (folder: string, files: Readonly<Record<string, string>>) =>
    Object.entries(files).map(([name, content]) => [join(folder, name), content] as const);
  const generated = [
    ...Object.values(root).flatMap((files) => below('', files)),
    ...Object.entries(modules).flatMap(([name, files]) => below(`modules/${name}`, files)),
  ];

  expect(contentsOf(join(PROJECT, 'generated'))).toEqual(Object.fromEntries(generated));
});
