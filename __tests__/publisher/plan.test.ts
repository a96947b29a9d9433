import { nameOf } from '../../publisher/plan';

test('a step is named by what it does and what to', () => {
  expect(nameOf({ action: 'tag', subject: 'v1.0.0', digest: 'sha256:1' })).toBe('tag v1.0.0');
});
