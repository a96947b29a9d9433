import { spawn } from 'node:child_process';
import { mkdtempSync, openSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { execute } from './child';
import { filterSchemas } from './schema-filter';
import { answerOf } from './servers';

/** The AWS provider as `terraform init` installed it. */
export interface InstalledProvider {
  readonly executable: string;
  /** Where Terraform or OpenTofu looks for it: `registry.terraform.io/hashicorp/aws`. */
  readonly address: string;
  /** A CLI configuration with which Terraform takes it from here and asks no registry. */
  readonly cliConfig: string;
}

/**
 * Installs the AWS provider, once for all suites.
 *
 * @param version - a version constraint
 * @returns undefined if that fails: the suites then fail by themselves and say why
 */
export async function installProvider(
  terraform: string,
  environment: Readonly<Record<string, string>>,
  version: string,
): Promise<InstalledProvider | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'ssm-iam-provider-'));
  process.once('exit', () => {
    rmSync(folder, { recursive: true, force: true });
  });
  const required_providers = { aws: { source: 'hashicorp/aws', version } };
  writeFileSync(
    join(folder, 'main.tf.json'),
    JSON.stringify({ terraform: { required_providers } }),
  );
  const place = { cwd: folder, env: environment };
  if ((await execute(terraform, ['init', '-input=false'], place)).code !== 0) {
    return undefined;
  }
  const mirror = join(folder, '.terraform/providers');
  const [host = ''] = readdirSync(mirror);
  const address = `${host}/hashicorp/aws`;
  const cliConfig = join(folder, 'terraformrc');
  writeFileSync(cliConfig, installation(mirror, address));
  return { executable: executableIn(join(mirror, address)), address, cliConfig };
}

const installation = (mirror: string, address: string): string => `provider_installation {
  filesystem_mirror {
    path    = ${JSON.stringify(mirror)}
    include = [${JSON.stringify(address)}]
  }
  direct {
    exclude = [${JSON.stringify(address)}]
  }
}
`;

/** Below `version/platform/`, of which there is one. */
function executableIn(folder: string): string {
  const [version = ''] = readdirSync(folder);
  const [platform = ''] = readdirSync(join(folder, version));
  const files = readdirSync(join(folder, version, platform));
  const name = files.find((file) => file.startsWith('terraform-provider-aws')) ?? '';
  return join(folder, version, platform, name);
}

/** What a provider prints, by its address. */
type Reattach = Readonly<Record<string, { readonly Addr: { readonly String: string } }>>;

/** A provider that serves one run of Terraform after the other. */
export interface RunningProvider {
  /** Value of TF_REATTACH_PROVIDERS. */
  readonly reattach: string;
  stop(): void;
}

/**
 * Starts the provider, which then serves one run of Terraform after the other:
 * to start it costs more than a plan.
 */
export async function startProvider(
  { executable, address }: InstalledProvider,
  environment: Readonly<Record<string, string>>,
): Promise<RunningProvider> {
  const output = join(mkdtempSync(join(tmpdir(), 'ssm-iam-reattach-')), 'output');
  const provider = spawn(executable, ['-debug'], {
    // it takes a CA bundle only the first time it is configured
    env: { ...process.env, GOGC: '400', ...environment, AWS_CA_BUNDLE: undefined },
    stdio: ['ignore', openSync(output, 'w'), 'ignore'],
  });
  provider.unref();
  const stop = (): void => {
    provider.kill('SIGKILL');
    rmSync(dirname(output), { recursive: true, force: true });
  };
  process.once('exit', stop);
  const printed = await answerOf(
    executable,
    provider,
    () => /TF_REATTACH_PROVIDERS='(.*)'/.exec(readFileSync(output, 'utf8'))?.[1],
  );
  const [settings] = Object.values(JSON.parse(printed) as Reattach);
  const socket = `${output}.sock`;
  await filterSchemas(settings?.Addr.String ?? '', socket);
  const Addr = { Network: 'unix', String: socket };
  return { reattach: JSON.stringify({ [address]: { ...settings, Addr } }), stop };
}
