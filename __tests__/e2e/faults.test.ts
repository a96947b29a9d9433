import { createdOnce, modules } from './cases/faults';
import { readAccount } from './harness/account';
import type { AccountState } from './harness/account';
import type { Outcome } from './harness/child';
import { describeEndToEnd } from './harness/suite';
import type { Environment } from './harness/suite';
import { UnreliableEndpoint } from './harness/unreliable-endpoint';
import type { Call, Treatment } from './harness/unreliable-endpoint';
import { MODULES, realChanges } from './harness/workspace';
import type { Workspace } from './harness/workspace';

/** One call at a time, so that which call fails does not depend on the machine. */
const APPLY = ['apply', '-no-color', '-input=false', '-auto-approve', '-parallelism=1'];
const DESTROY = ['destroy', ...APPLY.slice(1)];
const MOST_RUNS = 30;

/** Every kind of change that the modules make. */
const KINDS = [
  'AddRoleToInstanceProfile',
  'AttachRolePolicy',
  'CreateInstanceProfile',
  'CreatePolicy',
  'CreateRole',
  'PutRolePolicy',
];

/** How an apply is cut off, at which calls, and what is in IAM and not in the state then. */
const CUTS = [
  {
    name: 'killed while a change of any kind is answered',
    end: 'kill',
    how: 'stop after',
    at: KINDS,
    lost: ['aws_iam_instance_profile', 'aws_iam_policy', 'aws_iam_role'],
  },
  {
    // an instance profile is made by two calls
    name: 'killed between changes',
    end: 'kill',
    how: 'stop before',
    at: ['AddRoleToInstanceProfile', 'CreatePolicy'],
    lost: ['aws_iam_instance_profile'],
  },
  {
    // the provider drops the call it waits for
    name: 'interrupted while a change is answered',
    end: 'interrupt',
    how: 'stop after',
    at: ['AttachRolePolicy', 'CreateRole'],
    lost: ['aws_iam_role'],
  },
] as const;

type Treat = (call: Call) => Treatment;

/** Without a period: runs that make three calls each could fail at the last one for ever. */
const isOneInThree = (n: number): boolean => (n * 0.6180339887) % 1 < 1 / 3;

/**
 * Fails one in three of the calls that read, and of those that change. The SDK
 * tries again after some of the failures. What is created once never loses an
 * answer here: that is what an apply that is cut off loses, see CUTS.
 */
function oneInThree(): Treat {
  let reads = 0;
  let changes = 0;
  return (call) => {
    if (!call.changes) {
      reads += 1;
      return isOneInThree(reads) ? 'fail' : 'answer';
    }
    changes += 1;
    const lost = changes % 2 === 0 && !call.action.startsWith('Create');
    return !isOneInThree(changes) ? 'answer' : lost ? 'lose the answer' : 'refuse';
  };
}

/** Stops the world once at each kind of change. */
function onceAt(kinds: readonly string[], how: Treatment): { treat: Treat; stopped: Set<string> } {
  const stopped = new Set<string>();
  const treat: Treat = ({ action }) => {
    if (!kinds.includes(action) || stopped.has(action)) {
      return 'answer';
    }
    stopped.add(action);
    return how;
  };
  return { treat, stopped };
}

/** Addresses of what IAM refused to make because it is there. */
function refused({ text }: Outcome): string[] {
  const errors = text.split('Error: ').slice(1);
  expect(errors.filter((error) => !error.includes('EntityAlreadyExists'))).toEqual([]);
  return errors.map((error) => /with (.*),/.exec(error)?.[1] ?? error);
}

const typeOf = (address: string): string => /aws_\w+/.exec(address)?.[0] ?? address;

describeEndToEnd('an apply that goes wrong', (bench) => {
  const configuration = { module: modules(MODULES) };
  let endpoint: UnreliableEndpoint;
  let undisturbed: AccountState;
  let empty: AccountState;
  let provider: Environment;
  let workspace: Workspace;

  beforeAll(async () => {
    const { emulator } = bench();
    endpoint = await UnreliableEndpoint.start(emulator.environment.AWS_ENDPOINT_URL ?? '');
    provider = await bench().provider({ AWS_ENDPOINT_URL: endpoint.url, AWS_MAX_ATTEMPTS: '3' });
    empty = await readAccount(emulator.iam);
    const quiet = bench().workspace(configuration);
    await quiet.init();
    await quiet.apply();
    undisturbed = await readAccount(emulator.iam);
  });

  beforeEach(async () => {
    await bench().emulator.reset();
    endpoint.heal();
    workspace = bench().workspace(configuration, provider);
    await workspace.init();
  });

  afterAll(() => {
    endpoint.stop();
  });

  const account = async (): Promise<AccountState> => readAccount(bench().emulator.iam);

  /** @returns how often it failed before */
  async function untilItWorks(args: readonly string[]): Promise<number> {
    for (let failures = 0; failures < MOST_RUNS; failures += 1) {
      const { code, text } = await workspace.run(...args);
      if (code === 0) {
        return failures;
      }
      expect(text).toContain('Error: ');
    }
    throw new Error(`terraform ${args.join(' ')} still fails after ${MOST_RUNS} runs`);
  }

  /** An apply that is ended at a point, if it gets there. */
  async function endedBy(
    end: 'kill' | 'interrupt',
    treat: Treat,
  ): Promise<{ there: boolean; outcome: Outcome }> {
    const stopped = endpoint.from(treat);
    const run = workspace.start(...APPLY);
    const there = await Promise.race([run.ended.then(() => false), stopped.then(() => true)]);
    if (there && end === 'kill') {
      run.kill();
    } else if (there) {
      run.signal('SIGINT');
    }
    const outcome = await run.ended;
    endpoint.heal();
    return { there, outcome };
  }

  /** Takes into the state what was made and is not in it. Only a root configuration can. */
  function importing(addresses: readonly string[]): void {
    const blocks = createdOnce.filter(({ to }) => addresses.includes(to));
    workspace.configure({ ...configuration, import: blocks });
  }

  async function expectAsIfUndisturbed(): Promise<void> {
    endpoint.heal();
    expect(await account()).toEqual(undisturbed);
    expect(realChanges(await workspace.plan())).toEqual([]);
    await workspace.destroy();
    expect(await account()).toEqual(empty);
  }

  test('converges when one call in three fails, and so does its destroy', async () => {
    void endpoint.from(oneInThree());
    expect(await untilItWorks(APPLY)).toBeGreaterThan(0);
    expect(await account()).toEqual(undisturbed);
    expect(await untilItWorks(DESTROY)).toBeGreaterThan(0);
    expect(await account()).toEqual(empty);
  });

  test.each(CUTS)('converges when it is $name', async ({ end, how, at, lost }) => {
    const { treat, stopped } = onceAt(at, how);
    const imported: string[] = [];
    let through = false;
    for (let run = 0; run < MOST_RUNS && !through; run += 1) {
      const { there, outcome } = await endedBy(end, treat);
      through = !there && outcome.code === 0;
      if (!there && !through) {
        imported.push(...refused(outcome));
        importing(imported);
      }
    }
    expect(through).toBe(true);
    expect([...stopped].sort()).toEqual(at);
    expect(imported.map(typeOf).sort()).toEqual(lost);
    await expectAsIfUndisturbed();
  });
});
