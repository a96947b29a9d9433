import { requiredVariable } from '../../publisher/credentials';
import { usageError } from '../fixtures/usage-error';

test('a variable that is set is taken, and one that is not is named', () => {
  expect(requiredVariable('SECOND', { FIRST: '', SECOND: 'two' })).toBe('two');
  for (const env of [{}, { FIRST: '' }]) {
    expect(() => requiredVariable('FIRST', env)).toThrow(
      usageError(
        'NoCredentials',
        'credentials must be in the environment, got none in FIRST; set it [NoCredentials]',
      ),
    );
  }
});
