import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { findCliConfig } from './cli-config';

/** The real tools that the end-to-end tests run. */
export interface Tools {
  readonly terraform: string;
  readonly motoServer: string;
  /** Terraform's CLI configuration, or undefined where Terraform reaches a registry itself. */
  readonly cliConfig: string | undefined;
}

/**
 * Finds the tools: an environment variable names one, else it is looked for.
 *
 * @returns undefined, after a warning, when one is missing; with CI=true that is an error
 */
export function findTools(): Tools | undefined {
  const terraform = findProgram('TERRAFORM', 'terraform');
  const motoServer = findProgram('MOTO_SERVER', 'moto_server');
  const missing = [
    ...(terraform === undefined ? ['terraform (on PATH, or its path in TERRAFORM)'] : []),
    ...(motoServer === undefined
      ? ['moto_server (pip install "moto[server]", or its path in MOTO_SERVER)']
      : []),
  ];
  if (terraform === undefined || motoServer === undefined) {
    reportMissing(missing);
    return undefined;
  }
  return { terraform, motoServer, cliConfig: findCliConfig() };
}

/**
 * Finds the AWS CLI, which only the commands of AWS's pages are run with.
 *
 * @returns undefined, after a warning, when it is missing; with CI=true that is an error
 */
export function findAwsCli(): string | undefined {
  const aws = findProgram('AWS_CLI', 'aws');
  if (aws === undefined) {
    reportMissing(['aws, the AWS CLI (pip install awscli, or its path in AWS_CLI)']);
  }
  return aws;
}

/** Programs of other projects that some tests run, with what else names them and where to get them. */
const PROGRAMS = {
  nginx: ['NGINX', 'nginx, Debian package nginx'],
  'docker-registry': ['DOCKER_REGISTRY', 'docker-registry, Debian package docker-registry'],
  skopeo: ['SKOPEO', 'skopeo, Debian package skopeo'],
  chromium: ['CHROMIUM', 'chromium, Debian package chromium'],
  openssl: ['OPENSSL', 'openssl, Debian package openssl'],
} as const;

export type Program = keyof typeof PROGRAMS;

/**
 * Finds some programs.
 *
 * @returns their paths by name; undefined, after a warning, when one is missing; with CI=true that is an error
 */
export function findPrograms<P extends Program>(
  names: readonly P[],
): Readonly<Record<P, string>> | undefined {
  const found = names.map((name) => [name, findProgram(PROGRAMS[name][0], name)] as const);
  const missing = found.filter(([, path]) => path === undefined).map(([name]) => name);
  if (missing.length > 0) {
    reportMissing(
      missing.map((name) => `${PROGRAMS[name][1]} (on PATH, or its path in ${PROGRAMS[name][0]})`),
    );
    return undefined;
  }
  return Object.fromEntries(found) as Record<P, string>;
}

/** What a process that runs Terraform needs in its environment. */
export function terraformEnvironment({ cliConfig }: Tools): Record<string, string> {
  return {
    CHECKPOINT_DISABLE: '1',
    TF_IN_AUTOMATION: '1',
    // memory for time: most of these processes end before there is much to collect
    GOGC: '400',
    ...(cliConfig !== undefined && { TF_CLI_CONFIG_FILE: cliConfig }),
  };
}

function reportMissing(missing: readonly string[]): void {
  const message = `skipped: missing ${missing.join(' and ')}`;
  if (process.env.CI === 'true') {
    throw new Error(`${message}; with CI=true nothing is skipped`);
  }
  console.warn(message);
}

/** Finds a program without a word: the path in a variable, else on `PATH`. */
export function findProgram(variable: string, name: string): string | undefined {
  const named = process.env[variable];
  if (named !== undefined && named !== '') {
    return existsSync(named) ? named : undefined;
  }
  // servers lie where only the administrator's PATH leads
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin'];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}
