import { findCliConfig } from './cli-config';
import { startMoto } from './moto';
import { installProvider, startProvider } from './provider';
import { SHARED } from './shared-servers';
import type { Shared, SharedServers } from './shared-servers';
import { findProgram } from './tools';

/**
 * Installs the AWS provider, and starts it and the emulator once for each worker;
 * to do so for each suite, or each run of Terraform, takes minutes.
 *
 * AWS_PROVIDER_VERSION is a version constraint for the provider.
 */
export default async function setUp({ maxWorkers }: { maxWorkers: number }): Promise<void> {
  const terraform = findProgram('TERRAFORM', 'terraform');
  const motoServer = findProgram('MOTO_SERVER', 'moto_server');
  if (terraform === undefined || motoServer === undefined) {
    return;
  }
  const cliConfig = findCliConfig();
  const environment = {
    CHECKPOINT_DISABLE: '1',
    ...(cliConfig !== undefined && { TF_CLI_CONFIG_FILE: cliConfig }),
  };
  const version = process.env.AWS_PROVIDER_VERSION ?? '>= 0';
  const provider = await installProvider(terraform, environment, version);
  if (provider === undefined) {
    // no worker searches the disk again
    process.env.TERRAFORM_PROVIDER_MIRROR ??= '';
    return;
  }
  process.env.TF_CLI_CONFIG_FILE = provider.cliConfig;
  // a job that is cancelled leaves none of them running
  process.once('SIGTERM', () => process.exit(143));
  const start = async (): Promise<SharedServers> => {
    const emulator = await startMoto(motoServer);
    process.once('exit', () => {
      emulator.stop();
    });
    return {
      endpoint: emulator.environment.AWS_ENDPOINT_URL ?? '',
      reattach: (await startProvider(provider, emulator.environment)).reattach,
    };
  };
  const workers = await Promise.all(Array.from({ length: maxWorkers }, start));
  process.env[SHARED] = JSON.stringify({ provider, workers } satisfies Shared);
}
