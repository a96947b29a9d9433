import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { catalog } from '../../modules/catalog';
import { COMMERCIAL, fill, printed } from './cases/aws-guide/guide';
import { awsPolicy } from './cases/account';
import { MADE, TAKE_OVERS, linesOf } from './cases/take-over';
import { readAccount, readInlineOfUsers } from './harness/account';
import type { AccountState, Document } from './harness/account';
import { startAwsCli } from './harness/aws-cli';
import { AwsGuide } from './harness/aws-guide';
import * as handMade from './harness/hand-made';
import { permissionsIn } from './harness/iam-content';
import type { GrantedState } from './harness/iam-content';
import { describeWithAwsCli } from './harness/suite';
import { PartOfPlan, callAndImports, exampleOf, importsIn, kept } from './harness/taken-over';
import { MODULES } from './harness/workspace';
import type { Plan, Workspace } from './harness/workspace';

const SHIPPED = Object.keys(TAKE_OVERS);
const callOf = (module: string): string => module.replaceAll('-', '_');

/** What the emulator cannot import. */
const SETTING = /^import \{\n {2}to = \S+aws_ssm_service_setting.*?^\}\n/ms;

/** Addresses of what lines say is changed. */
const changedIn = (lines: readonly string[]): string[] => [
  ...new Set(lines.flatMap((line) => /^~ (.*?): /.exec(line)?.slice(1) ?? []).sort()),
];

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
    workspace.write('older.tf', handMade.ofOlderPage());
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
    const { told = [], described = [], left = [] } = TAKE_OVERS[module] ?? {};

    test('imports what its blocks say', () => {
      const blocks = importsIn(exampleOf(module).replace(SETTING, ''));

      expect(blocks.length).toBeGreaterThan(0);
      expect(part(shipped).imported()).toEqual(blocks);
    });

    test('changes what the module does otherwise than the guide, and nothing else', () => {
      expect(part(shipped).done()).toEqual([...described, ...linesOf(told)].sort());
    });

    test('changes of the guide only what the README of the module tells', () => {
      const { differences = [] } = catalog.find(({ name }) => name === module) ?? {};

      expect(differences).toEqual(expect.arrayContaining(told.map(([difference]) => difference)));
      described.forEach((line) => {
        expect(line).toMatch(/^~ aws_iam_role\.this(\[0\])?: description$/);
      });
    });

    test('changes nothing else either with inputs to the letter', () => {
      expect(part(toTheLetter).done()).toEqual([...left].sort());
    });

    test('leaves what it imports as it is, except for these', () => {
      expect(part(shipped).importedAndChanged()).toEqual(
        changedIn([...described, ...linesOf(told)]),
      );
      expect(part(toTheLetter).importedAndChanged()).toEqual(changedIn(left));
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

  test('take the place of AmazonEC2RoleforSSM, which stays attached', () => {
    const older = new PartOfPlan(shipped, 'older');

    expect(older.imported()).toEqual(importsIn(handMade.ofOlderPage()));
    expect(older.done()).toEqual([
      '+ aws_iam_role_policy_attachment.managed["AmazonSSMManagedInstanceCore"]',
      '~ aws_iam_role.this[0]: description',
    ]);
    expect(after.roles[handMade.OLDER]?.attached).toContain(
      awsPolicy('service-role/AmazonEC2RoleforSSM'),
    );
  });

  test('replace the policy for iam:PassRole of the guide, if `pass_role_arns` names what it passes', () => {
    const own = (toTheLetter.resource_changes ?? []).find(
      ({ address }) => address === 'module.automation_service_role.aws_iam_role_policy.own',
    );
    const policy = (text: unknown): string[] => permissionsIn(JSON.parse(String(text)) as Document);
    const ofGuide = policy(fill(printed('automation')['pass-role.console.json'] ?? ''));

    expect(ofGuide.length).toBeGreaterThan(1);
    expect(policy(own?.change.after?.policy)).toEqual(expect.arrayContaining(ofGuide));
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

test('a plan is read with what is unknown in it, and with what changes no permission', () => {
  const policy = (Sid: string): string =>
    JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Sid, Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }],
    });
  const change = {
    actions: ['update'],
    before: { name: 'own', tags: { Team: 'web' }, policy: policy('One') },
    after: { name: 'own', tags: {}, policy: policy('Two') },
    after_unknown: { tags: {}, tags_all: { Team: true } },
  };
  const [type, address] = ['aws_iam_policy', 'module.one.aws_iam_policy.this'];
  const plan: Plan = { resource_changes: [{ mode: 'managed', address, type, change }] };

  expect(new PartOfPlan(plan, 'one').done()).toEqual([
    '~ aws_iam_policy.this: policy (same permissions)',
    '~ aws_iam_policy.this: tags',
    '~ aws_iam_policy.this: tags_all (unknown)',
  ]);
});
