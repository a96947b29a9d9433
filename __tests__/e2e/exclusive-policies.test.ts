import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { shipped } from '../../modules/catalog';
import { SAMPLE_DOCUMENT } from '../../modules/iam/examples';
import { awsPolicy } from './cases/account';
import * as everythingOn from './cases/everything-on';
import { readAccount } from './harness/account';
import { fencedBlocks } from './harness/markdown';
import { PROJECT } from './harness/project';
import { describeEndToEnd } from './harness/suite';
import { MODULES, realChanges } from './harness/workspace';

const PAGE = readFileSync(join(PROJECT, 'docs/terraform.md'), 'utf8');
const RECIPE = fencedBlocks(PAGE).find(({ heading }) => heading === 'Nothing else on the role');
const [, RESOURCES = ''] = /\n(resource .*)/s.exec(RECIPE?.text ?? '') ?? [];
const TYPES = ['aws_iam_role_policies_exclusive', 'aws_iam_role_policy_attachments_exclusive'];

const FOREIGN = awsPolicy('SecurityAudit');

/** Each module that creates a role, with everything on. */
const CALLS = Object.fromEntries(
  Object.entries(
    everythingOn.inputs(MODULES) as Record<string, { source: string; role_name?: string }>,
  ).filter(([, { role_name }]) => role_name !== undefined),
);
const NAMES = Object.keys(CALLS).sort();

const imports = (name: string): string =>
  TYPES.map(
    (type) => `import {\n  to = ${type}.${name}\n  id = module.${name}.role_name\n}\n`,
  ).join('');

describeEndToEnd('nothing else on the role, as docs/terraform.md shows it', (bench) => {
  test('covers each module that creates a role', () => {
    const withRole = shipped.filter(({ outputs }) => 'inlinePolicyNames' in outputs);
    expect(withRole.map(({ name }) => name).sort()).toEqual(
      Object.values(CALLS)
        .map(({ source }) => basename(source))
        .sort(),
    );
  });

  test('removes what others added, which a plan shows only after an import, and keeps what the modules gave', async () => {
    const { iam } = bench().emulator;
    const workspace = bench().workspace({ module: CALLS });
    await workspace.init();
    await workspace.apply();
    const { roles: ours } = await readAccount(iam);
    for (const RoleName of Object.keys(ours)) {
      await iam.attachRolePolicy({ RoleName, PolicyArn: FOREIGN });
      const inline = { PolicyName: 'foreign', PolicyDocument: SAMPLE_DOCUMENT };
      await iam.putRolePolicy({ RoleName, ...inline });
    }
    workspace.write(
      'recipe.tf',
      NAMES.map((name) => RESOURCES.replaceAll('locked', name)).join(''),
    );
    workspace.write('imports.tf', NAMES.map(imports).join(''));
    const imported = realChanges(await workspace.plan());
    workspace.write('imports.tf', '');
    const first = realChanges(await workspace.plan());
    await workspace.apply();

    const addresses = TYPES.flatMap((type) => NAMES.map((name) => `${type}.${name}`));
    expect(imported.map(({ address }) => address)).toEqual(addresses);
    for (const { address, change } of imported) {
      const foreign = address.startsWith(TYPES[0] ?? '') ? 'foreign' : FOREIGN;
      expect(JSON.stringify(change.before)).toContain(`"${foreign}"`);
      expect(JSON.stringify(change.after)).not.toContain(`"${foreign}"`);
    }
    expect(first.map(({ address, change }) => [address, change.actions])).toEqual(
      addresses.map((address) => [address, ['create']]),
    );
    expect(JSON.stringify(first)).not.toMatch(/SecurityAudit|foreign/);
    expect((await readAccount(iam)).roles).toEqual(ours);
    expect(realChanges(await workspace.plan())).toEqual([]);
  });

  test('follows a change of policies and of the path in one apply, and goes without a change to the role', async () => {
    const { emulator } = bench();
    await emulator.reset();
    const source = `${MODULES}/hybrid-service-role`;
    const workspace = bench().workspace({});
    const applied = async (inputs: object): Promise<unknown> => {
      workspace.configure({ module: { locked: { source, role_name: 'Factory', ...inputs } } });
      await workspace.init();
      await workspace.apply();
      expect(realChanges(await workspace.plan())).toEqual([]);
      return (await readAccount(emulator.iam)).roles;
    };
    const plain = await applied({});
    const more = {
      additional_policy_arns: { audit: FOREIGN },
      inline_policies: { own: SAMPLE_DOCUMENT },
    };
    const rich = await applied(more);
    workspace.write('recipe.tf', RESOURCES);

    expect(await applied(more)).toEqual(rich);
    expect(await applied({})).toEqual(plain);
    expect(await applied({ ...more, path: '/moved/' })).not.toEqual(rich);
    expect(await applied(more)).toEqual(rich);
    workspace.write('recipe.tf', '');
    expect(await applied(more)).toEqual(rich);
  });
});
