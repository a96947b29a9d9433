import { delimiter, dirname } from 'node:path';
import { startMoto } from './moto';
import type { Emulator } from './moto';
import { findAwsCli, findPrograms, findTools, terraformEnvironment } from './tools';
import type { Program } from './tools';
import { Workspace } from './workspace';

/** A Terraform call costs seconds of provider start-up. */
const SUITE_MILLISECONDS = 600_000;

/** What a test of a suite works with. */
export interface Bench {
  readonly emulator: Emulator;
  /** For processes that run Terraform themselves: what finds it, and the emulator. */
  readonly environment: Readonly<Record<string, string>>;
  /** A root configuration, removed when the suite ends. */
  workspace(configuration: unknown, environment?: Readonly<Record<string, string>>): Workspace;
}

const tools = findTools();

/**
 * A `describe` with an emulator of its own. Without the tools its tests are
 * skipped, and `findTools` has said what is missing.
 *
 * @param emulatorEnvironment added to the environment of the emulator
 */
export function describeEndToEnd(
  name: string,
  tests: (bench: () => Bench) => void,
  emulatorEnvironment: Readonly<Record<string, string>> = {},
): void {
  if (tools === undefined) {
    skip(name);
    return;
  }
  describe(name, () => {
    let emulator: Emulator | undefined;
    const workspaces: Workspace[] = [];
    jest.setTimeout(SUITE_MILLISECONDS);
    beforeAll(async () => {
      emulator = await startMoto(tools.motoServer, emulatorEnvironment);
    });
    afterAll(() => {
      emulator?.stop();
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
          ...terraformEnvironment(tools),
          TERRAFORM_BINARY_NAME: tools.terraform,
          PATH: [dirname(tools.terraform), process.env.PATH].join(delimiter),
        },
        workspace: open(emulator, workspaces),
      };
    });
  });

  function open(emulator: Emulator, opened: Workspace[]) {
    return (configuration: unknown, environment = {}): Workspace => {
      if (tools === undefined) {
        throw new Error('unreachable: the suite is skipped without tools');
      }
      const workspace = new Workspace(
        tools,
        { ...emulator.environment, ...environment },
        configuration,
      );
      opened.push(workspace);
      return workspace;
    };
  }
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
