import { orNull } from '../../generator/null-rules';
import { mistake } from '../../generator/rules';
import { short } from '../fixtures/example-rules';

test('where null is a choice, the way out says what it is for', () => {
  expect(mistake('note', orNull(short, 'for none'))).toBe(
    'note must be 1 to 3 letters; write another, or null for none',
  );
});
