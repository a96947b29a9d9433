import { isDrawable } from '../../../publisher/commands/progress';

test.each<[string, { isTTY?: boolean }, string | undefined, boolean]>([
  ['a terminal', { isTTY: true }, 'xterm', true],
  ['a terminal that cannot draw', { isTTY: true }, 'dumb', false],
  ['a terminal of Windows', { isTTY: true }, undefined, true],
  ['a pipe', {}, 'xterm', false],
])('progress is shown on %s: %#', (_, stream, term, expected) => {
  expect(isDrawable(stream, term)).toBe(expected);
});
