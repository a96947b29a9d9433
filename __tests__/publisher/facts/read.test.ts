import { read } from '../../../publisher/facts/read';
import { generatedFiles } from '../../fixtures/contracts';

const files = generatedFiles();

test('a release is read once, however often it is compared', () => {
  expect(read(files)).toBe(read(files, 'v1.0.0'));
  expect(read({ ...files })).not.toBe(read(files));
});

test('each file belongs to one module: those in no folder of another to that above the others', () => {
  const [root, ...others] = read(files);
  const count = ({ files: own }: { readonly files: object }): number => Object.keys(own).length;

  expect(root?.files).toHaveProperty(['interface.schema.json']);
  expect(Object.keys(root?.files ?? {}).filter((path) => path.startsWith('modules/'))).toEqual([]);
  expect(others.every((module) => 'interface.json' in module.files)).toBe(true);
  expect([root ?? { files: {} }, ...others].map(count).reduce((a, b) => a + b)).toBe(
    Object.keys(files).length,
  );
});
