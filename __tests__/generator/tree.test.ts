import { join } from 'node:path';
import { compareTree, treeOf, withFolders } from '../../generator/tree';
import { callingModule } from '../fixtures/calling-module';
import { exampleModule } from '../fixtures/example-module';
import { fill } from '../fixtures/folder-contents';
import { temporaryFolders } from '../fixtures/temporary-folder';

const newFolder = temporaryFolders();
const files = { 'example-caller': { 'main.tf.json': '{}' }, 'example-thing': { 'a.md': 'a' } };
const tree = treeOf([exampleModule, callingModule], files);

test('a module that calls others lies above them', () => {
  expect(tree).toEqual({
    root: { 'example-caller': files['example-caller'] },
    modules: { 'example-thing': files['example-thing'] },
  });
  expect(treeOf([exampleModule], files).root).toEqual({});
  expect(treeOf([callingModule], files).modules).toEqual({});
});

test('both are compared, each where it lies', () => {
  const folder = newFolder();
  fill(folder, { 'modules/example-thing/a.md': 'other', 'modules/mine/x': '' });
  const changes = compareTree(folder, tree, true);

  expect(changes).toEqual({
    root: [{ module: 'example-caller', kind: 'create', files: ['main.tf.json'] }],
    modules: [
      { module: 'example-thing', kind: 'change', files: ['a.md'] },
      { module: 'mine', kind: 'foreign', files: ['x'] },
    ],
  });
  expect(compareTree(folder, tree, false).modules).toHaveLength(1);
  expect(withFolders(folder, changes).map((one) => one.folder)).toEqual([
    join(folder, 'modules/example-thing'),
    join(folder, 'modules/mine'),
    folder,
  ]);
});
