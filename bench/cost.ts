import { readFileSync, writeFileSync } from 'node:fs';
import { mustExecute } from '../__tests__/e2e/harness/child';
import type { Place } from '../__tests__/e2e/harness/child';
import { freshPath } from './temporary';

/** What a program took, in seconds. */
export interface Cost {
  /** Of all processors, for the program and for what it started and waited for. */
  readonly cpu: number;
  readonly wall: number;
}

/** A program that ran to its end. */
export interface Run extends Cost {
  readonly printed: string;
}

/** The folder of the project, with nothing said beside what the bench was told. */
export const HERE: Place = { cwd: process.cwd(), env: {} };

/** `times` is POSIX's: of the shell in one line, and in the next of the processes that it waited for. */
const TIMED = '"$@"; code=$?; times >"$0"; exit "$code"';

/** Runs a program to its end; fails with what it printed if it fails. */
export async function costOf(
  program: string,
  args: readonly string[],
  place: Place = HERE,
): Promise<Run> {
  const times = freshPath();
  const start = performance.now();
  const printed = await mustExecute('sh', ['-c', TIMED, times, program, ...args], place);
  const wall = (performance.now() - start) / 1000;
  return { cpu: cpuOfChildren(readFileSync(times, 'utf8')), wall, printed };
}

/** Reads what `times` of a shell prints: `0m0.01s 0m0.00s`, user and system, of the children last. */
export function cpuOfChildren(times: string): number {
  const [, children = ''] = times.split('\n');
  // the comma is that of locales that write one
  const [user, system] = [...children.matchAll(/(\d+)m(\d+(?:[.,]\d+)?)s/g)].map(
    ([, minutes, seconds = '']) => Number(minutes) * 60 + Number(seconds.replace(',', '.')),
  );
  if (user === undefined || system === undefined) {
    throw new Error(`times of sh printed what cannot be read: ${JSON.stringify(times)}`);
  }
  return user + system;
}

/** Node that ran to its end, with the memory that it had at most. */
export interface RunOfNode extends Run {
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

/** Runs node to its end and tells what that took, its start included. */
export async function costOfNode(...args: readonly string[]): Promise<RunOfNode> {
  const peak = freshPath();
  const preload = `${peak}.js`;
  writeFileSync(preload, PRELOAD);
  const run = await costOf(process.execPath, ['--require', preload, ...args], {
    ...HERE,
    env: { [PEAK_VARIABLE]: peak },
  });
  return { ...run, peakMegabytes: Number(readFileSync(peak, 'utf8')) / BYTES_IN_MEGABYTE };
}
