import { join } from 'node:path';
import { generate } from '../generator/generate';
import { catalog } from '../modules/catalog';
import { contentsOf } from './fixtures/folder-contents';
import { PROJECT } from './fixtures/source-files';

test('what is committed is what would be generated, byte by byte', () => {
  const generated = Object.entries(generate(catalog)).flatMap(([module, files]) =>
    Object.entries(files).map(([name, content]) => [join(module, name), content]),
  );

  expect(contentsOf(join(PROJECT, 'generated/modules'))).toEqual(Object.fromEntries(generated));
});
