import { generate } from '../generator/generate';
import { readCompanions } from '../generator/read-companions';
import { filesOf } from '../generator/tree';
import { WRITTEN_LIST, writtenList } from '../generator/written-list';
import { shipped } from '../modules/catalog';
import { generatedFiles } from './fixtures/contracts';

test('what is committed is what would be generated, byte by byte', () => {
  const companions = readCompanions(shipped.map(({ name }) => name));
  const files = filesOf(generate(shipped, companions));

  expect(generatedFiles()).toEqual({
    ...files,
    [WRITTEN_LIST]: writtenList(Object.keys(files)),
  });
});
