import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, shipped } from '../../modules/catalog';
import { GitHost } from './harness/git-host';
import { fencedBlocks } from './harness/markdown';
import { PROJECT } from './harness/project';
import { describeEndToEnd } from './harness/suite';
import { MODULES, ROOT_MODULE, realChanges } from './harness/workspace';
import type { Workspace } from './harness/workspace';

const { version } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as {
  version: string;
};

/** A block of a README, as a module of its own. */
interface Shown {
  readonly name: string;
  readonly module: string;
  readonly text: string;
}

const folderOf = (name: string): string => (name === root.name ? ROOT_MODULE : join(MODULES, name));

const shown: readonly Shown[] = shipped.flatMap(({ name }) =>
  fencedBlocks(readFileSync(join(folderOf(name), 'README.md'), 'utf8'))
    // examples.test.ts runs the examples
    .filter(({ language, text }) => language === 'hcl' && !text.startsWith('terraform {'))
    .map(({ line, text }) => ({ name: `${name}_${line}`, module: name, text })),
);

const REGISTRY = /^( *)source {2}= "NAMESPACE\/ssm-iam\/aws(\/\/.*)?"\n *version = ".*"\n/m;

/** There is no registry here: what is behind its address is put in its place. */
const withoutRegistry = (text: string): string =>
  text.replace(
    REGISTRY,
    (_, indent: string, folder?: string) =>
      `${indent}source = "./${folder?.replace('//', '') ?? root.name}"\n`,
  );

function write(workspace: Workspace): void {
  cpSync(ROOT_MODULE, join(workspace.folder, root.name), { recursive: true });
  for (const { name, text } of shown) {
    workspace.write(`${name}/main.tf`, withoutRegistry(text));
    workspace.link(`${name}/${root.name}`, `../${root.name}`);
    workspace.link(`${name}/modules`, `../${root.name}/modules`);
  }
}

describeEndToEnd('blocks of the READMEs of modules', (bench) => {
  const git = new GitHost('https://example.com/terraform-aws-ssm-iam.git', ['generated'], {
    from: 'generated',
    tag: `v${version}`,
  });

  afterAll(() => {
    git.remove();
  });

  test('are formatted', async () => {
    const workspace = bench().workspace({});
    shown.forEach(({ name, text }) => {
      workspace.write(`${name}.tf`, text);
    });

    await workspace.must('fmt', '-check', '-diff');
  });

  test('plan, each as it is', async () => {
    const calls = shown.map(({ name }) => [name, { source: `./${name}` }] as const);
    const workspace = bench().workspace(
      { module: Object.fromEntries<object>(calls) },
      git.environment,
    );
    write(workspace);
    await workspace.init();

    const changes = realChanges(await workspace.plan());

    // three addresses and a case at least
    for (const { name } of shipped) {
      expect(shown.filter(({ module }) => module === name).length).toBeGreaterThan(3);
    }
    const planned = new Set(changes.map(({ address }) => address.split('.')[1]));
    expect([...planned].sort()).toEqual(shown.map(({ name }) => name).sort());
  });
});
