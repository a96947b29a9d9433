import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PROVIDER_FOLDER = 'registry.terraform.io/hashicorp/aws';
/** A disk of which nothing is in memory yet, and a busy machine. */
const SEARCH_MILLISECONDS = 120_000;

/**
 * A machine without a registry may have the provider in a filesystem mirror:
 * TF_CLI_CONFIG_FILE says so, or TERRAFORM_PROVIDER_MIRROR names it (empty: there is none), or it is looked for.
 *
 * @returns Terraform's CLI configuration, or undefined where Terraform reaches a registry itself
 */
export function findCliConfig(): string | undefined {
  const given = process.env.TF_CLI_CONFIG_FILE;
  if (given !== undefined && existsSync(given)) {
    return given;
  }
  const mirror = process.env.TERRAFORM_PROVIDER_MIRROR ?? searchMirror() ?? '';
  if (mirror === '') {
    return undefined;
  }
  const folder = mkdtempSync(join(tmpdir(), 'ssm-iam-cli-'));
  process.once('exit', () => {
    rmSync(folder, { recursive: true, force: true });
  });
  const file = join(folder, 'terraformrc');
  writeFileSync(
    file,
    `provider_installation {\n  filesystem_mirror {\n    path = ${JSON.stringify(mirror)}\n  }\n}\n`,
  );
  return file;
}

function searchMirror(): string | undefined {
  const wanted = ['-type', 'f', '-path', `*/${PROVIDER_FOLDER}/*/terraform-provider-aws_v*`];
  // what Terraform installed for some configuration is no mirror, and may be gone in a minute
  const unwanted = ['-not', '-path', '*/.terraform/*'];
  try {
    const found = execFileSync('find', ['/', '-xdev', ...wanted, ...unwanted, '-print', '-quit'], {
      encoding: 'utf8',
      timeout: SEARCH_MILLISECONDS,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return mirrorOf(found);
  } catch (error) {
    if ((error as { code?: string }).code === 'ETIMEDOUT') {
      console.warn(
        `no provider mirror was found within ${SEARCH_MILLISECONDS / 1000} seconds, so a registry is asked; TERRAFORM_PROVIDER_MIRROR can name one`,
      );
    }
    // find exits with 1 where a folder may not be read, and still prints what it found
    return mirrorOf((error as { stdout?: string }).stdout ?? '');
  }
}

function mirrorOf(provider: string): string | undefined {
  const at = provider.indexOf(`/${PROVIDER_FOLDER}/`);
  return at < 0 ? undefined : provider.slice(0, at);
}
