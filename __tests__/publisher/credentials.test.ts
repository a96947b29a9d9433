import { requiredVariable, terraformToken } from '../../publisher/credentials';
import { fill } from '../fixtures/folder-contents';
import { temporaryFolders } from '../fixtures/temporary-folder';
import { usageError } from '../fixtures/usage-error';

const emptyFolder = temporaryFolders();

const PATH = '.terraform.d/credentials.tfrc.json';
const STORED = JSON.stringify({
  credentials: { 'app.terraform.io': { token: 'stored' }, 'other.example': { token: 'other' } },
});

/** What Terraform has for a host, in a home with what `terraform login` stored. */
function tokenIn(
  stored: string | undefined,
  env: Readonly<Record<string, string>> = {},
  host = 'app.terraform.io',
): string | undefined {
  const home = emptyFolder();
  fill(home, stored === undefined ? {} : { [PATH]: stored });
  return terraformToken(host, { env, home });
}

describe('the token of a host', () => {
  test('is that of the variable, before the one that is stored', () => {
    expect(tokenIn(STORED, { TF_TOKEN_app_terraform_io: 'of-variable' })).toBe('of-variable');
    expect(tokenIn(STORED, { TF_TOKEN_app_terraform_io: '' })).toBe('stored');
  });

  // the encodings are those of Terraform's documentation
  test.each([
    ['TF_TOKEN_xn____caf__dma_fr', 'xn--caf-dma.fr'],
    ['TF_TOKEN_my__registry_example_com', 'my-registry.example.com'],
    ['TF_TOKEN_gitlab_com', 'gitlab.com'],
  ])('stands in %s for %s', (name, host) => {
    expect(tokenIn(undefined, { [name]: 'x' }, host)).toBe('x');
    expect(tokenIn(undefined, { [name]: 'x' }, 'example.org')).toBeUndefined();
    expect(tokenIn(undefined, { [name]: '' }, host)).toBeUndefined();
  });

  test('is nothing where there is none', () => {
    expect(tokenIn(undefined)).toBeUndefined();
    expect(tokenIn(STORED, {}, 'terraform.io')).toBeUndefined();
    expect(tokenIn('{"credentials": {}}')).toBeUndefined();
  });

  test.each(['{"credentials": "s3cret', '{"credentials": {"x": "s3cret"}}'])(
    'is not guessed from a broken file, and not shown: %s',
    (stored) => {
      const read = (): unknown => tokenIn(stored);

      expect(read).toThrow(usageError('StoredCredentials'));
      expect(read).not.toThrow(/s3cret/);
    },
  );
});

test('the first variable that is set is taken, and if none is, they are named', () => {
  const env = { FIRST: '', SECOND: 'two', THIRD: 'three' };

  expect(requiredVariable(['FIRST', 'SECOND', 'THIRD'], { env })).toBe('two');
  expect(() => requiredVariable(['FIRST', 'FOURTH'], { env })).toThrow(
    usageError(
      'NoCredentials',
      'credentials must be in the environment, got none in FIRST or FOURTH; set one [NoCredentials]',
    ),
  );
});
