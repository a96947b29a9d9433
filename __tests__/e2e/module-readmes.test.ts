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

const readmeOf = (name: string): string => readFileSync(join(folderOf(name), 'README.md'), 'utf8');

const blocks: readonly Shown[] = shipped.flatMap(({ name }) =>
  fencedBlocks(readmeOf(name))
    .filter(({ language }) => language === 'hcl')
    .map(({ line, text }) => ({ name: `${name}_${line}`, module: name, text })),
);

/** There is no registry here: what is behind its address is put in its place. */
const withoutRegistry = (source: string): string =>
  source.replace(/^NAMESPACE\/ssm-iam\/aws\/?/, `./${root.name}`);

/** The first block, which is that of the usage, from each of the other sources. */
const elsewhere: readonly Shown[] = shipped.flatMap(({ name }) => {
  const { text = '' } = blocks.find(({ module }) => module === name) ?? {};
  const rows = [...readmeOf(name).matchAll(/^\| [^|]+ \| `source = "([^"]+)"`/gm)];
  return rows.map(([, source = ''], at) => ({
    name: `${name}_from_${String(at)}`,
    module: name,
    text: text.replace(/source = ".*"/, `source = "${withoutRegistry(source)}"`),
  }));
});

const shown = [...blocks, ...elsewhere];

function write(workspace: Workspace): void {
  cpSync(ROOT_MODULE, join(workspace.folder, root.name), { recursive: true });
  for (const { name, text } of shown) {
    workspace.write(`${name}/main.tf`, text);
    workspace.link(`${name}/${root.name}`, `../${root.name}`);
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

    // three sources and a case at least
    for (const { name } of shipped) {
      expect(shown.filter(({ module }) => module === name).length).toBeGreaterThan(3);
    }
    const planned = new Set(changes.map(({ address }) => address.split('.')[1]));
    expect([...planned].sort()).toEqual(shown.map(({ name }) => name).sort());
  });
});
