import { filesOf, folderOf } from '../../generator/tree';

test('all files are known by their paths', () => {
  expect(
    filesOf([
      { name: 'thing', folder: 'modules/thing/', files: { 'a/b.md': 'b' } },
      { name: 'caller', folder: '', files: { 'main.tf.json': '{}' } },
    ]),
  ).toEqual({ 'main.tf.json': '{}', 'modules/thing/a/b.md': 'b' });
});

test.each([
  ['modules/a/b/c.md', 'modules/a/'],
  ['modules/a.md', ''],
  ['examples/modules/a/b.tf', ''],
  ['main.tf.json', ''],
])('%s belongs to the folder "%s"', (path, folder) => {
  expect(folderOf(path)).toBe(folder);
});
