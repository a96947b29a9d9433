import type { ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const START_MILLISECONDS = 60_000;

/** Lets a server listen; gives its host and port. */
export async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A port on which nothing listens. */
export async function freePort(): Promise<number> {
  const server = createServer();
  const [, port] = (await listen(server)).split(':');
  await new Promise((resolve) => server.close(resolve));
  return Number(port);
}

/** Asks until there is an answer; a program that ends, or is silent for too long, fails with what it complained of. */
export async function answerOf<T>(
  program: string,
  child: ChildProcess,
  ask: () => T | undefined | Promise<T | undefined>,
  complaints: () => string = () => '',
): Promise<T> {
  const deadline = Date.now() + START_MILLISECONDS;
  while (Date.now() < deadline && child.exitCode === null) {
    const answer = await ask();
    if (answer !== undefined) {
      return answer;
    }
    await sleep(50);
  }
  child.kill('SIGKILL');
  const how = child.exitCode === null ? 'did not answer in time' : 'ended before it answered';
  throw new Error(`${program} ${how}:\n${complaints()}`);
}
