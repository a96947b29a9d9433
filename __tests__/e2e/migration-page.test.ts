import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownPolicy } from './cases/account';
import { readAccount } from './harness/account';
import type { AccountState } from './harness/account';
import { fencedBlocks } from './harness/markdown';
import { PROJECT } from './harness/project';
import { describeEndToEnd } from './harness/suite';
import { PartOfPlan } from './harness/taken-over';
import { ROOT_MODULE } from './harness/workspace';
import type { Plan, Workspace } from './harness/workspace';

const blocks = fencedBlocks(readFileSync(join(PROJECT, 'docs/migration.md'), 'utf8'));

/** Modules of others, by how the page names their sources: here are ones of the same addresses and types. */
const STAND_IN = /source {1,2}= "[^"]*\b(iam-assumable-role|iam-role|aws-iam-instance-profile)"\n/;
const standIn = (text: string): string =>
  text
    .replace(
      STAND_IN,
      (_, name: string) => `source = "${join(__dirname, 'cases/migration', name)}"\n`,
    )
    .replace(/^ *version *= .*\n/m, '');

/** What the page has under a heading: first what is there, then what replaces it. */
const HEADINGS = [
  'Your own resources',
  'iam-assumable-role',
  'iam-role',
  'aws-iam-instance-profile',
];
const [BEFORE, AFTER] = [0, 1];

const DESCRIBED = '~ aws_iam_role.this[0]: description';

/** The Sid of the other module's statement goes. */
const WITHOUT_SID = '~ aws_iam_role.this[0]: assume_role_policy (same permissions)';

/** What the plan changes, by the label of our module. */
const CHANGES: Readonly<Record<string, readonly string[]>> = {
  web: [DESCRIBED],
  batch: [
    '~ aws_iam_role.this[0]: assume_role_policy - Allow sts:TagSession to Service ec2.amazonaws.com',
    DESCRIBED,
  ],
  // that module detaches the policies of others when its role is destroyed
  build: [WITHOUT_SID, DESCRIBED, '~ aws_iam_role.this[0]: force_detach_policies'],
  jump: [WITHOUT_SID, DESCRIBED],
};

/** Writes the blocks; those that replace others find the modules in `ssm-iam`, and the names that are there. */
function write(workspace: Workspace, which: number, names: readonly string[] = []): void {
  HEADINGS.forEach((heading, at) => {
    const { text = '' } = blocks.filter((block) => block.heading === heading)[which] ?? {};
    const filled = text.replace(
      /"(build|jump)-\d+([12])"/g,
      (_, prefix: string, nth: string) =>
        `"${names.filter((name) => name.startsWith(`${prefix}-`))[Number(nth) - 1] ?? ''}"`,
    );
    workspace.write(`block_${String(at)}.tf`, standIn(filled));
  });
}

/** Names of roles, then those of instance profiles. */
const namesIn = ({ roles, profiles }: AccountState): string[] => [
  ...Object.keys(roles),
  ...Object.keys(profiles),
];

describeEndToEnd(
  'docs/migration.md, with stand-ins of the same addresses for the modules of others',
  (bench) => {
    let plan: Plan;
    let before: AccountState;
    let after: AccountState;

    beforeAll(async () => {
      const { iam } = bench().emulator;
      const PolicyDocument = JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: 'sqs:SendMessage', Resource: '*' }],
      });
      await iam.createPolicy({ PolicyName: 'jobs', PolicyDocument });
      const workspace = bench().workspace({});
      workspace.link('ssm-iam', ROOT_MODULE);
      write(workspace, BEFORE);
      await workspace.init();
      await workspace.apply();
      before = await readAccount(iam);
      write(workspace, AFTER, namesIn(before));
      await workspace.must('fmt', '-check', '-diff');
      await workspace.init();
      plan = await workspace.plan();
      await workspace.must('apply', '-no-color', '-input=false', 'plan.bin');
      after = await readAccount(iam);
    });

    test('has two configurations under each heading', () => {
      expect(blocks.map(({ heading, language }) => [heading, language])).toEqual([
        ...HEADINGS.flatMap((heading) => [
          [heading, 'hcl'],
          [heading, 'hcl'],
        ]),
      ]);
    });

    test.each(Object.entries(CHANGES))(
      'moves what %s had and changes no more',
      (label, changes) => {
        expect(new PartOfPlan(plan, label).done()).toEqual(changes);
      },
    );

    test('destroys nothing, and forgets what is removed from the configuration', () => {
      const actions = (plan.resource_changes ?? [])
        .filter(({ change }) => !/^(no-op|update)$/.test(change.actions.join()))
        .map(({ address, change }) => [change.actions.join(), address]);

      expect(actions).toEqual([
        ['forget', 'module.batch_role.aws_iam_role_policy_attachment.readonly[0]'],
      ]);
    });

    test('leaves the account as it was', () => {
      const policies = ({ roles, profiles }: AccountState): unknown => [
        Object.entries(roles).map(([name, { attached, inline, path, profiles: of }]) => ({
          ...{ name, attached, inline, path, of },
        })),
        profiles,
      ];

      expect(before.roles.Batch?.attached).toContain(ownPolicy('jobs'));
      expect(policies(after)).toEqual(policies(before));
    });
  },
);
