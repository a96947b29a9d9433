import type { IAM } from '@aws-sdk/client-iam';
import * as defaults from './cases/defaults';
import * as everythingOn from './cases/everything-on';
import { written } from './cases/statements';
import { readAccount } from './harness/account';
import type { AccountState } from './harness/account';
import { describeEndToEnd } from './harness/suite';
import { MODULES, outputsOf, realChanges } from './harness/workspace';
import type { Plan, Workspace } from './harness/workspace';

/** People and a role that were there before. */
async function makeNeighbours(iam: IAM): Promise<void> {
  await iam.createGroup({ GroupName: 'operators' });
  await iam.createUser({ UserName: 'jane' });
  await iam.createRole({ RoleName: 'existing', AssumeRolePolicyDocument: written() });
}

describeEndToEnd('every module', (bench) => {
  describe.each([
    ['with its defaults', defaults],
    ['with everything on', everythingOn],
  ])('%s', (_, expected) => {
    const modules = expected.inputs(MODULES);
    let workspace: Workspace;
    let before: AccountState;
    let after: AccountState;
    let firstPlan: Plan;

    beforeAll(async () => {
      const { emulator } = bench();
      const { iam } = emulator;
      await emulator.reset();
      await makeNeighbours(iam);
      before = await readAccount(iam);
      workspace = bench().workspace({ module: modules, output: outputsOf(modules) });
      await workspace.init();
      firstPlan = await workspace.plan();
      await workspace.apply('plan.bin');
      after = await readAccount(iam);
    });

    test('plans nothing once it is applied', async () => {
      expect(realChanges(await workspace.plan())).toEqual([]);
    });

    test('shows every policy document whole in the first plan', () => {
      const documents = realChanges(firstPlan).flatMap(({ address, change }) =>
        ['policy', 'assume_role_policy']
          .filter((name) => name in { ...change.after, ...change.after_unknown })
          .map((name) => [`${address}.${name}`, typeof change.after?.[name]]),
      );
      expect(documents.length).toBeGreaterThanOrEqual(6);
      expect(documents.filter(([, type]) => type !== 'string')).toEqual([]);
    });

    test('says in its outputs what it made', async () => {
      expect(await workspace.outputs()).toMatchObject(expected.outputs);
    });

    // what all inputs together grant is judged on the plans of properties.test.ts
    if (expected === defaults) {
      test('gives IAM what AWS documents, to those who are named', () => {
        const { roles, policies, users, groups } = after;
        const { existing, ...made } = roles;
        expect(made).toEqual(defaults.roles);
        expect(existing).toMatchObject(defaults.existingRole);
        expect(policies).toEqual(defaults.policies);
        expect({ users, groups }).toEqual({ users: defaults.users, groups: defaults.groups });
      });
    }

    test('destroys all it made and nothing else', async () => {
      await workspace.destroy();
      expect(await readAccount(bench().emulator.iam)).toEqual(before);
    });
  });
});
