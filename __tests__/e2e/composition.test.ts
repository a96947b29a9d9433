import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readAccount } from './harness/account';
import type { AccountState } from './harness/account';
import { fencedBlocks } from './harness/markdown';
import { PROJECT } from './harness/project';
import { describeEndToEnd } from './harness/suite';
import { realChanges } from './harness/workspace';
import type { Workspace } from './harness/workspace';

const blocks = fencedBlocks(readFileSync(join(PROJECT, 'docs/terraform.md'), 'utf8'));
const shownUnder = (heading: string): string =>
  blocks.find((block) => block.heading === heading && block.language === 'hcl')?.text ?? '';

const ONE_CALL = shownUnder('Set up an account in one call');
const COMPOSITION = shownUnder('The same account as a composition');

test('an account is shown as one call, and as a composition of about 35 lines', () => {
  expect(ONE_CALL).toContain('source = "./ssm-iam"\n');
  expect(COMPOSITION.match(/source += /g)).toHaveLength(4);
  expect(COMPOSITION.trim().split('\n').length).toBeLessThanOrEqual(40);
});

describeEndToEnd('an account as docs/terraform.md shows it', (bench) => {
  const account = async (): Promise<AccountState> => readAccount(bench().emulator.iam);

  /** Applies a configuration, says what the account holds then, and takes all away again. */
  async function made(text: string): Promise<AccountState> {
    const workspace: Workspace = bench().workspace({});
    workspace.write('main.tf', text);
    workspace.link('ssm-iam', join(PROJECT, 'generated'));
    await workspace.init();
    await workspace.apply();
    const state = await account();
    expect(realChanges(await workspace.plan())).toEqual([]);
    await workspace.destroy();
    return state;
  }

  test('is the same from one call and from single modules', async () => {
    const empty = await account();
    const fromOneCall = await made(ONE_CALL);

    expect(await account()).toEqual(empty);
    expect(Object.keys(fromOneCall.roles).sort()).toEqual([
      'team-AutomationServiceRole',
      'team-SSMInstanceProfile',
      'team-SSMServiceRole',
    ]);
    expect(await made(COMPOSITION)).toEqual(fromOneCall);
  });
});
