import { Construct, RootConstruct } from 'constructs';
import { UsageError, reasonOf } from '../errors';

test('a message ends with its code', () => {
  const error = new UsageError('TooLong', 'roleName is too long');

  expect(error).toBeInstanceOf(Error);
  expect(error.name).toBe('UsageError');
  expect(error.code).toBe('TooLong');
  expect(error.message).toBe('roleName is too long [TooLong]');
});

test('a message begins with the path of the construct', () => {
  const outer = new Construct(new RootConstruct('app'), 'network');

  expect(new UsageError('TooLong', 'it is too long', outer).message).toBe(
    'app/network: it is too long [TooLong]',
  );
});

test('a construct without a path leaves no colon', () => {
  expect(new UsageError('TooLong', 'it is too long', new RootConstruct()).message).toBe(
    'it is too long [TooLong]',
  );
});

test('what somebody gave breaks no line and reaches no terminal as it is', () => {
  const { message } = new UsageError('Bad', 'got "a\nb\u001b[31m"\n  and another line');

  expect(message).toBe('got "a b?[31m"\n  and another line [Bad]');
});

test('a long message is cut in the middle, and keeps its way out and its code', () => {
  const { message } = new UsageError('TooLong', `a is "${'x'.repeat(1_000_000)}"; shorten it`);

  expect(message).toHaveLength(4000 + ' ... '.length + ' [TooLong]'.length);
  expect(message).toMatch(/^a is "x+ \.\.\. x+"; shorten it \[TooLong\]$/);
  expect(new UsageError('Fits', 'x'.repeat(4000)).message).toBe(`${'x'.repeat(4000)} [Fits]`);
});

test.each([
  [new Error('a\n  b'), 'a b'],
  [new TypeError('x'), 'x'],
  [new RangeError('Maximum call stack size exceeded'), 'it is nested too deeply'],
  ['a'.repeat(301), `${'a'.repeat(300)}...`],
  ['a'.repeat(30_000_000), `${'a'.repeat(300)}...`],
  [undefined, 'undefined'],
])('a reason is one line of bounded length', (error, expected) => {
  expect(reasonOf(error)).toBe(expected);
});
