import { findCliConfig } from './cli-config';
import { findProgram } from './tools';

/** Looks for the provider once, before the workers start: a search of the disk takes seconds. */
export default function findProvider(): void {
  const tools = [findProgram('TERRAFORM', 'terraform'), findProgram('MOTO_SERVER', 'moto_server')];
  if (tools.includes(undefined)) {
    return;
  }
  const cliConfig = findCliConfig();
  if (cliConfig === undefined) {
    // no worker looks again
    process.env.TERRAFORM_PROVIDER_MIRROR = '';
  } else {
    process.env.TF_CLI_CONFIG_FILE = cliConfig;
  }
}
