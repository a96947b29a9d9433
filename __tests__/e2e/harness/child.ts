import { execFile, spawn } from 'node:child_process';

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
      const code = error === null ? 0 : Number(error.code ?? 1);
      resolve({ code, text: `${stdout}${stderr}` });
    });
  });
}

/** Runs a program and fails with what it printed if it fails. */
export async function mustExecute(
  program: string,
  args: readonly string[],
  place: Place,
): Promise<string> {
  const { code, text } = await execute(program, args, place);
  if (code !== 0) {
    throw new Error(`${program} ${args.join(' ')} ended with ${code}:\n${text}`);
  }
  return text;
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
