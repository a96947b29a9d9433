import { execFile, spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';

/** A report of failed tests shows little of a long message. */
const REASON_LINES = 25;

/** How a command ended. */
export interface Outcome {
  readonly code: number;
  /** Standard output and error. */
  readonly text: string;
}

/** Where a command runs. */
export interface Place {
  readonly cwd: string;
  /** Added to the environment of the tests. */
  readonly env: Readonly<Record<string, string>>;
}

/** Runs a program and tells how it ended. */
export async function execute(
  program: string,
  args: readonly string[],
  { cwd, env }: Place,
): Promise<Outcome> {
  return new Promise((resolve) => {
    const options = { cwd, env: { ...process.env, ...env }, maxBuffer: 1 << 28 };
    execFile(program, args, options, (error, stdout, stderr) => {
      if (typeof error?.code === 'string') {
        // it did not start, or printed too much
        resolve({ code: 1, text: error.message });
        return;
      }
      resolve({ code: error === null ? 0 : (error.code ?? 1), text: `${stdout}${stderr}` });
    });
  });
}

/** Runs a program and fails with what it printed if it fails. */
export async function mustExecute(
  program: string,
  args: readonly string[],
  place: Place,
): Promise<string> {
  return printed([program, ...args].join(' '), await execute(program, args, place));
}

/** What a command printed; an error that begins with the reason if the command failed. */
export function printed(command: string, { code, text }: Outcome): string {
  if (code !== 0) {
    const [line = ''] = command.split('\n', 1);
    throw new Error(`${line} ended with ${code}:\n${reasonIn(text)}`);
  }
  return text;
}

/** From the first line that tells of an error, or the last lines where none does. */
function reasonIn(text: string): string {
  const lines = stripVTControlCharacters(text).trimEnd().split('\n');
  const first = lines.findIndex((line) => /Error: |An error occurred/.test(line));
  const from = first === -1 ? Math.max(0, lines.length - REASON_LINES) : first;
  const shown = lines.slice(from, from + REASON_LINES);
  return [...shown, `(${shown.length} of ${lines.length} lines)`].join('\n');
}

/** A program that runs, and that signals can reach. */
export interface Running {
  readonly ended: Promise<Outcome>;
  /** Sends a signal to the program alone, as a user or a CI job does. */
  signal(signal: NodeJS.Signals): void;
  /** Ends it and everything it started, at once. */
  kill(): void;
}

/** Starts a program in a process group of its own. */
export function start(program: string, args: readonly string[], { cwd, env }: Place): Running {
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, ...env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  [child.stdout, child.stderr].forEach((stream) => {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
  });
  const { pid } = child;
  if (pid === undefined) {
    throw new Error(`${program} did not start`);
  }
  return {
    ended: new Promise((resolve) => {
      child.once('close', (code) => {
        resolve({ code: code ?? 1, text });
      });
    }),
    signal: (signal) => child.kill(signal),
    kill: () => {
      process.kill(-pid, 'SIGKILL');
    },
  };
}
