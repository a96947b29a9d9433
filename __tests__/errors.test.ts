import { Construct, RootConstruct } from 'constructs';
import { UsageError } from '../errors';

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
