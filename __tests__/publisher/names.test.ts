import { MODULE } from '../../publisher/names';
import { publicationOf } from '../../generator/publication';

test('the module is named as its documents name it', () => {
  expect(publicationOf('1.2.3').registry).toBe(`NAMESPACE/${MODULE.name}/${MODULE.system}`);
});
