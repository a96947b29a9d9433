import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { IAM } from '@aws-sdk/client-iam';
import { answerOf, freePort } from './servers';

const REGION = 'us-east-2';
/** Python runs `sitecustomize.py` of this folder before moto. */
const EXTENSION = join(__dirname, 'emulator');
const CREDENTIALS = { accessKeyId: 'emulator', secretAccessKey: 'emulator' };

/** A running emulator of AWS. */
export interface Emulator {
  /** What sends Terraform, the provider and the CLI to it. */
  readonly environment: Readonly<Record<string, string>>;
  readonly iam: IAM;
  /** IAM of the partition that a region is in; each partition has accounts of its own. */
  iamIn(region: string): IAM;
  /** Forgets everything that was made. */
  reset(): Promise<void>;
  stop(): void;
}

/** Starts moto with the managed policies of AWS; it answers one request at a time. */
export async function startMoto(
  motoServer: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<Emulator> {
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const server = spawn(motoServer, ['-H', '127.0.0.1', '-p', String(port)], {
    env: {
      ...process.env,
      MOTO_IAM_LOAD_MANAGED_POLICIES: 'true',
      PYTHONDONTWRITEBYTECODE: '1',
      PYTHONPATH: [EXTENSION, process.env.PYTHONPATH ?? ''].filter(Boolean).join(delimiter),
      ...environment,
    },
    stdio: 'ignore',
  });
  // nobody waits for its end
  server.unref();
  await answerOf('moto_server', server, async () => {
    const response = await fetch(`${endpoint}/moto-api/data.json`).catch(() => undefined);
    return response?.ok === true ? response : undefined;
  });
  return {
    ...emulatorAt(endpoint),
    stop: () => {
      // in order it would take seconds to end, and it has nothing to save
      server.kill('SIGKILL');
    },
  };
}

/** An emulator that runs already. */
export function emulatorAt(endpoint: string): Emulator {
  const iamIn = (region: string): IAM => new IAM({ endpoint, region, credentials: CREDENTIALS });
  return {
    environment: {
      AWS_ENDPOINT_URL: endpoint,
      AWS_ACCESS_KEY_ID: CREDENTIALS.accessKeyId,
      AWS_SECRET_ACCESS_KEY: CREDENTIALS.secretAccessKey,
      AWS_REGION: REGION,
    },
    iam: iamIn(REGION),
    iamIn,
    reset: async () => {
      const response = await fetch(`${endpoint}/moto-api/reset`, { method: 'POST' });
      if (!response.ok) {
        throw new Error(`moto_server did not reset: ${await response.text()}`);
      }
    },
    stop: () => undefined,
  };
}
