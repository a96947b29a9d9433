import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { catalog } from '../../modules/catalog';
import { COMMERCIAL } from './cases/aws-guide/guide';
import { MADE, TAKE_OVERS } from './cases/take-over';
import { readAccount, readInlineOfUsers } from './harness/account';
import type { AccountState } from './harness/account';
import { startAwsCli } from './harness/aws-cli';
import { AwsGuide } from './harness/aws-guide';
import * as handMade from './harness/hand-made';
import type { GrantedState } from './harness/iam-content';
import { describeWithAwsCli } from './harness/suite';
import { PartOfPlan, callAndImports, exampleOf, importsIn, kept } from './harness/taken-over';
import { MODULES } from './harness/workspace';
import type { Plan, Workspace } from './harness/workspace';

const SHIPPED = Object.keys(TAKE_OVERS);
const callOf = (module: string): string => module.replaceAll('-', '_');

/** What the emulator cannot import. */
const SETTING = /^import \{\n {2}to = \S+aws_ssm_service_setting.*?^\}\n/ms;

/** The examples in one root, each with more inputs. */
function write(workspace: Workspace, inputs: (module: string) => string): void {
  SHIPPED.forEach((module) => {
    workspace.write(`${module}.tf`, callAndImports(module, inputs(module)).replace(SETTING, ''));
  });
}

describeWithAwsCli('examples that take over what the AWS guide makes', (bench, program) => {
  let toTheLetter: Plan;
  let shipped: Plan;
  let before: GrantedState;
  let after: GrantedState;
  let next: number;

  const read = async (): Promise<GrantedState> => {
    const { iam } = bench().emulator;
    const account: AccountState = await readAccount(iam);
    return { ...account, inlineOfUsers: await readInlineOfUsers(iam) };
  };

  beforeAll(async () => {
    const awsCli = await startAwsCli(program);
    try {
      await new AwsGuide(bench(), awsCli, COMMERCIAL).make(MADE);
    } finally {
      awsCli.stop();
    }
    await handMade.make(bench().emulator.iam);
    before = await read();
    const workspace = bench().workspace({ provider: { aws: { region: COMMERCIAL.region } } });
    workspace.write('web.tf', handMade.belowPath());
    workspace.write('sessions.tf', handMade.importOfPolicy);
    workspace.write('account.tf', handMade.fromRoot());
    write(workspace, (module) => TAKE_OVERS[module]?.letter ?? '');
    await workspace.init();
    toTheLetter = await workspace.plan();
    workspace.write('web.tf', handMade.belowPath(handMade.KEPT));
    workspace.write('sessions.tf', '');
    write(workspace, (module) => (module === 'default-host-management' ? 'enabled = false' : ''));
    shipped = await workspace.plan();
    await workspace.must('apply', '-no-color', '-input=false', 'plan.bin');
    after = await read();
    ({ code: next } = await workspace.run('plan', '-detailed-exitcode', '-input=false'));
  });

  test('are those that the modules have', () => {
    const folder = ({ name }: { readonly name: string }): string =>
      join(MODULES, name, 'examples/take-over');

    expect(catalog.filter((one) => existsSync(folder(one))).map(({ name }) => name)).toEqual(
      SHIPPED,
    );
  });

  describe.each(SHIPPED)('%s', (module) => {
    const part = (plan: Plan): PartOfPlan => new PartOfPlan(plan, callOf(module));
    const { shipped: told = [], left = [] } = TAKE_OVERS[module] ?? {};

    test('imports what its blocks say', () => {
      const blocks = importsIn(exampleOf(module).replace(SETTING, ''));

      expect(blocks.length).toBeGreaterThan(0);
      expect(part(shipped).imported()).toEqual(blocks);
    });

    test('changes what the module does otherwise than the guide, and nothing else', () => {
      expect(part(shipped).done()).toEqual([...told].sort());
    });

    test('changes nothing else either with inputs to the letter', () => {
      expect(part(toTheLetter).done()).toEqual([...left].sort());
    });
  });

  test('the service setting is imported by its ARN, as the documents of the provider say: the emulator has none', () => {
    const { address, change } = (toTheLetter.resource_changes ?? []).find(
      ({ type }) => type === 'aws_ssm_service_setting',
    ) ?? { address: '', change: { after: null } };
    const [block] = importsIn(exampleOf('default-host-management')).filter((one) =>
      one.startsWith('aws_ssm_'),
    );

    expect(`module.default_host_management.${block ?? ''}`).toBe(
      `${address} ${String(change.after?.setting_id)}`,
    );
  });

  test('take a role over that has another path, and what else its inputs say', () => {
    const web = new PartOfPlan(shipped, 'web');

    expect(new PartOfPlan(toTheLetter, 'web').done()).toEqual(
      ['description', 'max_session_duration', 'permissions_boundary', 'tags', 'tags_all'].map(
        (name) => `~ aws_iam_role.this[0]: ${name}`,
      ),
    );
    // the profile of the example has no tags
    expect(web.done()).toEqual([
      '~ aws_iam_instance_profile.this[0]: tags',
      '~ aws_iam_instance_profile.this[0]: tags_all',
      '~ aws_iam_role.this[0]: description',
    ]);
    expect(web.imported()).toEqual(importsIn(handMade.belowPath()));
    expect(web.imported()).toContain(`aws_iam_role.this[0] ${handMade.WEB}`);
  });

  test('have addresses in the root module as its README says', () => {
    expect(new PartOfPlan(shipped, 'account').imported()).toEqual([
      `module.hybrid_service_role[0].aws_iam_role.this ${handMade.OF_ROOT}`,
    ]);
  });

  test('are none for policies, which Terraform would replace', () => {
    expect(new PartOfPlan(toTheLetter, 'sessions').done()).toContain(
      'delete/create aws_iam_policy.this',
    );
  });

  test('leave alone what else there is, and nothing to do', () => {
    expect(kept(before, after)).toEqual(kept(before, before));
    expect(after.roles[handMade.WEB]).toMatchObject({
      path: handMade.PATH,
      profiles: [handMade.WEB],
    });
    expect(after.roles[handMade.WEB]?.attached).toContain(handMade.FOREIGN);
    expect(after.roles[handMade.WEB]?.inline).toHaveProperty('jobs');
    expect(next).toBe(0);
  });
});
