import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { IAMClient } from '@aws-sdk/client-iam';

const START_MILLISECONDS = 60_000;
const REGION = 'us-east-2';
/** Python runs `sitecustomize.py` of this folder before moto. */
const EXTENSION = join(__dirname, 'emulator');
const CREDENTIALS = { accessKeyId: 'emulator', secretAccessKey: 'emulator' };

/** A running emulator of AWS. */
export interface Emulator {
  /** What sends Terraform, the provider and the CLI to it. */
  readonly environment: Readonly<Record<string, string>>;
  readonly iam: IAMClient;
  /** IAM of the partition that a region is in; each partition has accounts of its own. */
  iamIn(region: string): IAMClient;
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
  await answering(endpoint, server);
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
  const iamIn = (region: string): IAMClient =>
    new IAMClient({ endpoint, region, credentials: CREDENTIALS });
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

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function answering(endpoint: string, server: ChildProcess): Promise<void> {
  const deadline = Date.now() + START_MILLISECONDS;
  while (Date.now() < deadline) {
    if (server.exitCode !== null) {
      throw new Error(`moto_server ended with ${server.exitCode} before it answered`);
    }
    const response = await fetch(`${endpoint}/moto-api/data.json`).catch(() => undefined);
    if (response?.ok === true) {
      return;
    }
    await sleep(100);
  }
  throw new Error(`moto_server did not answer within ${START_MILLISECONDS} ms`);
}
