import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fencedBlocks, headings, relativeLinks } from './harness/markdown';
import { PROJECT } from './harness/project';
import { OWN_PROVIDERS, describeEndToEnd } from './harness/suite';
import { realChanges } from './harness/workspace';
import type { Workspace } from './harness/workspace';
import { ACCOUNT } from './cases/account';

const PAGE = readFileSync(join(PROJECT, 'docs/cross-account-bucket.md'), 'utf8');
const [EXAMPLE] = fencedBlocks(PAGE).filter(({ language }) => language === 'hcl');
const LOGS = '444455556666';

interface Statement {
  readonly Principal?: { readonly AWS: string };
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
}

interface Resource {
  readonly address: string;
  readonly values: Readonly<Record<string, string>>;
}

interface Module {
  readonly resources?: readonly Resource[];
  readonly child_modules?: readonly Module[];
}

const resourcesIn = ({ resources = [], child_modules = [] }: Module): Resource[] => [
  ...resources,
  ...child_modules.flatMap(resourcesIn),
];

/** What the accounts hold, as the provider read it. */
async function held(workspace: Workspace): Promise<(address: string, argument: string) => string> {
  const state = JSON.parse(await workspace.must('show', '-json')) as {
    values: { root_module: Module };
  };
  const all = resourcesIn(state.values.root_module);
  return (address, argument) => all.find((one) => one.address === address)?.values[argument] ?? '';
}

const each = <T>(one: T | readonly T[]): T[] => [one].flat() as T[];

/** Each action with what it is allowed on. */
const allowed = (statements: readonly Statement[], on?: string): string[] =>
  statements
    .flatMap(({ Action, Resource }) =>
      each(Action).flatMap((action) => each(Resource).map((name) => `${action} ${on ?? name}`)),
    )
    .sort();

const statementsOf = (policy: string): readonly Statement[] =>
  (JSON.parse(policy) as { Statement: readonly Statement[] }).Statement;

test('the page links only to what is there', () => {
  const anchors = headings(PAGE).map((heading) => `#${heading}`);
  const missing = relativeLinks(PAGE).filter((target) =>
    target.startsWith('#')
      ? !anchors.includes(target)
      : !existsSync(join(PROJECT, 'docs', target.replace(/#.*/, ''))),
  );

  expect(missing).toEqual([]);
});

describeEndToEnd('docs/cross-account-bucket.md', (bench) => {
  test('allows on all sides what the role needs, and no more', async () => {
    const workspace = bench().workspace({}, OWN_PROVIDERS);
    workspace.write('main.tf', EXAMPLE?.text ?? '');
    workspace.link('ssm-iam', join(PROJECT, 'generated'));
    await workspace.must('fmt', '-check', '-diff');
    await workspace.init();
    await workspace.apply();
    const read = await held(workspace);

    const role = read('module.ssm.aws_iam_role.this[0]', 'arn');
    const key = read('aws_kms_key.output', 'arn');
    const toRole = ({ Principal }: Statement): boolean => Principal?.AWS === role;
    const ofBucket = statementsOf(read('aws_s3_bucket_policy.output', 'policy'));
    const ofKey = statementsOf(read('aws_kms_key_policy.output', 'policy'));

    expect([role, key].map((arn) => arn.split(':')[4])).toEqual([ACCOUNT, LOGS]);
    expect(
      allowed(statementsOf(read('module.ssm.aws_iam_policy.s3["buckets"]', 'policy'))),
    ).toEqual([...allowed(ofBucket.filter(toRole)), ...allowed(ofKey.filter(toRole), key)].sort());
    expect(ofBucket.every(toRole)).toBe(true);
    expect(realChanges(await workspace.plan())).toEqual([]);
  });
});
