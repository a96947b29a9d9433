import { refuseTaken } from '../../publisher/version-taken';
import { usageError } from '../fixtures/usage-error';

const taken = (theirs: string | undefined): boolean =>
  refuseTaken('example.com/acme', '1.2.3', theirs, 'sha256:ours');

test('a version is there with the same bytes, or it is not there', () => {
  expect(taken('sha256:ours')).toBe(true);
  expect(taken(undefined)).toBe(false);
});

test('both digests, the version, the place and the way out are told', () => {
  expect(() => taken('sha256:theirs')).toThrow(
    usageError(
      'VersionTaken',
      '1.2.3 at example.com/acme must hold sha256:ours, got sha256:theirs; a published version never changes, so release the next one [VersionTaken]',
    ),
  );
});
