import { readAccount } from './harness/account';
import { describeEndToEnd } from './harness/suite';
import { MODULES, realChanges } from './harness/workspace';
import type { Workspace } from './harness/workspace';

/** One module, called for every name. */
const configuration = (...names: readonly string[]): object => ({
  module: {
    hybrid: {
      source: `${MODULES}/hybrid-service-role`,
      for_each: `\${toset(${JSON.stringify(names)})}`,
      role_name: '${each.key}',
      tags: { account: '${each.key}' },
    },
  },
});

const changesOfOne = (action: string, name: string): string[] =>
  [
    'aws_iam_role.this',
    'aws_iam_role_policy_attachment.managed["AmazonSSMManagedInstanceCore"]',
  ].map((address) => `${action} module.hybrid["${name}"].${address}`);

describeEndToEnd('instances of a module', (bench) => {
  let workspace: Workspace;
  /** The tags of each role that there is. */
  const tags = async (): Promise<object> => {
    const { roles } = await readAccount(bench().emulator.iam);
    return Object.fromEntries(Object.entries(roles).map(([name, role]) => [name, role.tags]));
  };

  beforeAll(async () => {
    workspace = bench().workspace(configuration('a', 'b', 'c'));
    await workspace.init();
    await workspace.apply();
  });

  test('are made each by itself, and plan nothing once they are applied', async () => {
    expect(await tags()).toEqual({
      a: { account: 'a' },
      b: { account: 'b' },
      c: { account: 'c' },
    });
    expect(realChanges(await workspace.plan())).toEqual([]);
  });

  test('are left alone when another one is added or taken out', async () => {
    workspace.configure(configuration('b', 'c', 'd'));
    const changes = realChanges(await workspace.plan());
    await workspace.apply('plan.bin');

    expect(
      changes.map(({ address, change }) => `${change.actions.join('+')} ${address}`).sort(),
    ).toEqual([...changesOfOne('create', 'd'), ...changesOfOne('delete', 'a')]);
    expect(await tags()).toEqual({
      b: { account: 'b' },
      c: { account: 'c' },
      d: { account: 'd' },
    });
  });
});
