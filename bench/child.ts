import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { freshPath } from './temporary';

/** What a child process took. */
export interface Cost {
  readonly seconds: number;
  readonly peakMegabytes: number;
}

const PEAK_VARIABLE = 'SSM_IAM_BENCH_PEAK';
const BYTES_IN_MEGABYTE = 1e6;

/** Loaded into the child: node itself knows its peak, on macOS as on Linux. */
const PRELOAD = `process.on('exit', () => {
  const bytes = process.resourceUsage().maxRSS * 1024;
  require('node:fs').writeFileSync(process.env.${PEAK_VARIABLE}, String(bytes));
});
`;

const preload = `${freshPath()}.js`;

/** Runs node to its end and tells what that took, its start included. */
export async function costOfNode(...args: readonly string[]): Promise<Cost> {
  const peak = freshPath();
  writeFileSync(preload, PRELOAD);
  const seconds = await secondsOf(async () => {
    await run(process.execPath, ['--require', preload, ...args], { [PEAK_VARIABLE]: peak });
  });
  return { seconds, peakMegabytes: Number(readFileSync(peak, 'utf8')) / BYTES_IN_MEGABYTE };
}

/** Runs a program and returns what it printed; fails with that if the program fails. */
export async function run(
  program: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, ...environment };
    execFile(program, args, { env, maxBuffer: 1 << 28 }, (error, stdout, stderr) => {
      if (error === null) {
        resolve(stdout);
        return;
      }
      reject(new Error(`${error.message}\n${stdout}${stderr}`));
    });
  });
}

export async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}
