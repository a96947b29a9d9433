import { join } from 'node:path';
import { surroundings } from '../../publisher/commands/surroundings';
import { requiredVariable, terraformToken } from '../../publisher/credentials';
import { fill } from '../fixtures/folder-contents';
import { temporaryFolders } from '../fixtures/temporary-folder';
import { usageError } from '../fixtures/usage-error';

const emptyFolder = temporaryFolders();
const { parseHcl } = surroundings();

/** What Terraform has for a host, in a home with some files. */
async function tokenIn(
  files: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>> = {},
  host = 'app.terraform.io',
): Promise<string | undefined> {
  const home = emptyFolder();
  fill(home, files);
  return terraformToken(host, { env, home, parseHcl });
}

const BLOCK = 'credentials "app.terraform.io" {\n  token = "of-block"\n}\n';
const STORED = JSON.stringify({
  credentials: { 'app.terraform.io': { token: 'stored' }, 'other.example': { token: 'other' } },
});

describe('the token of a host', () => {
  test('is that of the variable, before all others', async () => {
    expect(
      await tokenIn(
        { '.terraformrc': BLOCK, '.terraform.d/credentials.tfrc.json': STORED },
        { TF_TOKEN_app_terraform_io: 'of-variable' },
      ),
    ).toBe('of-variable');
  });

  // the encodings are those of Terraform's documentation
  test.each([
    ['TF_TOKEN_xn____caf__dma_fr', 'xn--caf-dma.fr'],
    ['TF_TOKEN_my__registry_example_com', 'my-registry.example.com'],
    ['TF_TOKEN_gitlab_com', 'gitlab.com'],
  ])('stands in %s for %s', async (name, host) => {
    expect(await tokenIn({}, { [name]: 'x' }, host)).toBe('x');
    expect(await tokenIn({}, { [name]: 'x' }, 'example.org')).toBeUndefined();
    expect(await tokenIn({}, { [name]: '' }, host)).toBeUndefined();
  });

  test('stands in the CLI configuration, or where terraform login puts it', async () => {
    expect(await tokenIn({ '.terraformrc': BLOCK })).toBe('of-block');
    expect(await tokenIn({ '.terraform.d/credentials.tfrc.json': STORED })).toBe('stored');
    expect(
      await tokenIn({ '.terraformrc': BLOCK, '.terraform.d/credentials.tfrc.json': STORED }),
    ).toBe('of-block');
  });

  test('stands in the configuration that the environment names', async () => {
    const folder = emptyFolder();
    fill(folder, { 'my.tfrc': BLOCK.replace('of-block', 'named') });

    expect(
      await tokenIn({ '.terraformrc': BLOCK }, { TF_CLI_CONFIG_FILE: join(folder, 'my.tfrc') }),
    ).toBe('named');
    expect(await tokenIn({ '.terraformrc': BLOCK }, { TF_CLI_CONFIG_FILE: '' })).toBe('of-block');
  });

  test('is nothing where there is none', async () => {
    expect(await tokenIn({})).toBeUndefined();
    expect(await tokenIn({ '.terraformrc': 'disable_checkpoint = true\n' })).toBeUndefined();
    expect(await tokenIn({ '.terraformrc': BLOCK }, {}, 'terraform.io')).toBeUndefined();
  });

  test.each([
    { '.terraformrc': 'credentials "x" { token = "s3cret"' },
    { '.terraform.d/credentials.tfrc.json': '{"credentials": "s3cret' },
  ])('is not guessed from a broken file, and not shown: %j', async (files) => {
    const read = tokenIn(files);

    await expect(read).rejects.toMatchObject({ code: 'CliConfig' });
    await expect(read).rejects.not.toThrow(/s3cret/);
  });
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
