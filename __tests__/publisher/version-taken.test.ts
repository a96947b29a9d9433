import { UsageError } from '../../errors';
import { versionTaken } from '../../publisher/version-taken';

test('both digests, the version, the place and the way out are told', () => {
  const error = versionTaken('example.com/acme', '1.2.3', 'sha256:theirs', 'sha256:ours');

  expect(error).toBeInstanceOf(UsageError);
  expect(error.code).toBe('VersionTaken');
  expect(error.message).toBe(
    '1.2.3 at example.com/acme must hold sha256:ours, got sha256:theirs; a published version never changes, so release the next one [VersionTaken]',
  );
});
