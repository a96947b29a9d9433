import { filesOf, folderOf, treeOf } from '../../generator/tree';
import { callingModule } from '../fixtures/calling-module';
import { exampleModule } from '../fixtures/example-module';

const files = { 'example-caller': { 'main.tf.json': '{}' }, 'example-thing': { 'a/b.md': 'b' } };

test('a module that calls others lies above them, and comes after them', () => {
  expect(treeOf([callingModule, exampleModule], files)).toEqual([
    {
      name: 'example-thing',
      folder: 'modules/example-thing/',
      files: files['example-thing'],
    },
    { name: 'example-caller', folder: '', files: files['example-caller'] },
  ]);
});

test('all files are known by their paths', () => {
  expect(filesOf(treeOf([callingModule, exampleModule], files))).toEqual({
    'main.tf.json': '{}',
    'modules/example-thing/a/b.md': 'b',
  });
});

test.each([
  ['modules/a/b/c.md', 'modules/a/'],
  ['modules/a.md', ''],
  ['examples/modules/a/b.tf', ''],
  ['main.tf.json', ''],
])('%s belongs to the folder "%s"', (path, folder) => {
  expect(folderOf(path)).toBe(folder);
});
