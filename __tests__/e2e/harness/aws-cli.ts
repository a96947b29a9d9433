import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { delimiter, join } from 'node:path';

/** The AWS CLI for scripts of a shell. */
export interface AwsCli {
  /** Defines `aws` in bash. */
  readonly definition: string;
  stop(): void;
}

/** Asks the process that has loaded the AWS CLI. */
const ask = (port: string): string => `aws() {
  local answer
  { printf '%s\\0' "$PWD" "$#" "$@" && env -0 && printf '\\0'; } >&3
  answer="$(cat <&3)"
  printf '%s\\n' "\${answer%$'\\n'*}"
  return "\${answer##*$'\\n'}"
} 3<>/dev/tcp/127.0.0.1/${port}`;

/** Nothing of whoever runs the tests. */
const ENVIRONMENT = {
  AWS_CONFIG_FILE: '/dev/null',
  AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
  AWS_PAGER: '',
};

/**
 * Loads the AWS CLI once for all commands if it is a Python program; else each command starts it.
 */
export async function startAwsCli(program: string): Promise<AwsCli> {
  const extension = join(__dirname, 'aws-cli');
  const server = spawn(program, ['--version'], {
    env: {
      ...process.env,
      ...ENVIRONMENT,
      PYTHONDONTWRITEBYTECODE: '1',
      PYTHONPATH: [extension, process.env.PYTHONPATH ?? ''].filter(Boolean).join(delimiter),
      SSM_IAM_AWS_CLI_SERVES: '1',
    },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const [said] = (await once(server.stdout, 'data')) as [Buffer];
  // a version begins with a name
  const [port] = /^\d+/.exec(said.toString()) ?? [];
  const settings = Object.entries(ENVIRONMENT).map(([name, value]) => `export ${name}='${value}'`);
  const aws = port === undefined ? `aws() { '${program}' "$@"; }` : ask(port);
  return {
    definition: [...settings, aws].join('\n'),
    stop: () => {
      server.stdin.end();
    },
  };
}
