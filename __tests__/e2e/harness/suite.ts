import { delimiter, dirname } from 'node:path';
import { emulatorAt, startMoto } from './moto';
import type { Emulator } from './moto';
import { startProvider } from './provider';
import type { RunningProvider } from './provider';
import { sharedServers } from './shared-servers';
import { findAwsCli, findPrograms, findTools, terraformEnvironment } from './tools';
import type { Program } from './tools';
import { Workspace } from './workspace';

/** A Terraform call costs seconds of provider start-up. */
const SUITE_MILLISECONDS = 600_000;

/** Variables of a process. */
export type Environment = Readonly<Record<string, string>>;

/** What a test of a suite works with. */
export interface Bench {
  readonly emulator: Emulator;
  /** For processes that run Terraform themselves: what finds it, and the emulator. */
  readonly environment: Environment;
  /** A root configuration, removed when the suite ends. */
  workspace(configuration: unknown, environment?: Environment): Workspace;
  /**
   * Starts a provider for an environment of its own; it ends with the suite.
   *
   * @returns the environment of workspaces that use it
   */
  provider(environment: Environment): Promise<Environment>;
}

const tools = findTools();

/** For a root configuration with several configurations of the provider: it needs a process for each. */
export const OWN_PROVIDERS = { TF_REATTACH_PROVIDERS: '' };

/**
 * A `describe` with an empty emulator. Without the tools its tests are
 * skipped, and `findTools` has said what is missing.
 *
 * @param emulatorEnvironment environment of an emulator of its own; by default the suite
 * has the one of its worker, and Terraform the provider that runs there
 */
export function describeEndToEnd(
  name: string,
  tests: (bench: () => Bench) => void,
  emulatorEnvironment?: Environment,
): void {
  if (tools === undefined) {
    skip(name);
    return;
  }
  const shared = emulatorEnvironment === undefined ? sharedServers() : undefined;
  describe(name, () => {
    let emulator: Emulator | undefined;
    const workspaces: Workspace[] = [];
    const providers: RunningProvider[] = [];
    jest.setTimeout(SUITE_MILLISECONDS);
    beforeAll(async () => {
      emulator =
        shared === undefined
          ? await startMoto(tools.motoServer, emulatorEnvironment)
          : emulatorAt(shared.endpoint);
      await emulator.reset();
    });
    afterAll(() => {
      emulator?.stop();
      providers.forEach((provider) => {
        provider.stop();
      });
      workspaces.forEach((workspace) => {
        workspace.remove();
      });
    });
    tests(() => {
      if (emulator === undefined) {
        throw new Error('the emulator is not running yet: use the bench inside a test');
      }
      return {
        emulator,
        environment: {
          ...emulator.environment,
          ...reattached({}),
          ...terraformEnvironment(tools),
          TERRAFORM_BINARY_NAME: tools.terraform,
          PATH: [dirname(tools.terraform), process.env.PATH].join(delimiter),
        },
        workspace: open(emulator, workspaces),
        provider: attach(emulator, providers),
      };
    });
  });

  /** The running provider sees nothing of the environment of Terraform. */
  function reattached(environment: Environment): Environment {
    const ofItsOwn = Object.keys(environment).some((name) => name.startsWith('AWS_'));
    return shared === undefined || ofItsOwn ? {} : { TF_REATTACH_PROVIDERS: shared.reattach };
  }

  function open(emulator: Emulator, opened: Workspace[]) {
    return (configuration: unknown, environment = {}): Workspace => {
      if (tools === undefined) {
        throw new Error('unreachable: the suite is skipped without tools');
      }
      const workspace = new Workspace(
        tools,
        { ...emulator.environment, ...reattached(environment), ...environment },
        configuration,
      );
      opened.push(workspace);
      return workspace;
    };
  }
}

/** Where none is installed beforehand, Terraform starts one for each run. */
function attach(emulator: Emulator, started: RunningProvider[]) {
  return async (environment: Environment): Promise<Environment> => {
    const installed = sharedServers()?.provider;
    if (installed === undefined) {
      return environment;
    }
    const provider = await startProvider(installed, { ...emulator.environment, ...environment });
    started.push(provider);
    return { ...environment, TF_REATTACH_PROVIDERS: provider.reattach };
  };
}

/** The same for tests that run the AWS CLI, with its path. */
export function describeWithAwsCli(
  name: string,
  tests: (bench: () => Bench, awsCli: string) => void,
): void {
  const awsCli = findAwsCli();
  if (awsCli === undefined) {
    skip(name);
    return;
  }
  describeEndToEnd(name, (bench) => {
    tests(bench, awsCli);
  });
}

/** The same for tests that run programs of other projects, with their paths. */
export function describeWithPrograms<P extends Program>(
  name: string,
  programs: readonly P[],
  tests: (bench: () => Bench, paths: Readonly<Record<P, string>>) => void,
): void {
  const paths = findPrograms(programs);
  if (paths === undefined) {
    skip(name);
    return;
  }
  describeEndToEnd(name, (bench) => {
    tests(bench, paths);
  });
}

function skip(name: string): void {
  describe.skip(name, () => {
    test('needs tools that are missing', () => undefined);
  });
}
