import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalog } from '../../modules/catalog';
import { PAGES } from './cases/readme';
import { notRun } from './harness/cdktn-command';
import { ConsumerApp } from './harness/consumer';
import { GitHost } from './harness/git-host';
import { fencedBlocks, headings, relativeLinks } from './harness/markdown';
import { PlannedBlocks } from './harness/planned-blocks';
import { PROJECT, ProjectCopy } from './harness/project';
import { RUNNERS } from './harness/prose';
import type { Stage } from './harness/prose';
import { describeEndToEnd } from './harness/suite';

const read = (name: string): string => readFileSync(join(PROJECT, name), 'utf8');

const blocks = PAGES.flatMap((page) =>
  fencedBlocks(read(page)).map(
    (block) => [page, block.line, block.heading, notRun(block.text), block] as const,
  ),
);

describeEndToEnd('pages for users', (bench) => {
  let stage: Stage;

  beforeAll(() => {
    const project = new ProjectCopy(bench().environment);
    const configurations = blocks
      .map(([, , , , block]) => block)
      .filter(({ language }) => language === 'hcl');
    const planned = new PlannedBlocks(bench(), configurations, project.path('generated'));
    stage = { bench: bench(), project, planned, app: new ConsumerApp() };
  });

  afterAll(() => {
    stage.project.remove();
    stage.app.remove();
  });

  test.each(blocks)(
    '%s keeps its word in line %i ("%s")%s',
    async (_page, _line, _heading, _notRun, block) => {
      const run = RUNNERS[block.language];
      if (run === undefined) {
        throw new Error(
          `nothing here runs a block in "${block.language}"; write one of ${Object.keys(RUNNERS).join(', ')}, or a runner`,
        );
      }
      await run(block, stage);
    },
  );

  test('end with the exit codes of the table', async () => {
    const command = 'node dist/cli.js check';
    writeFileSync(stage.project.path('generated/modules/s3-access-policy/README.md'), '');
    const explain = 'node dist/cli.js explain instance-profile --var path=';
    const codes = await Promise.all(
      [
        `${command} --module instance-profile`,
        command,
        `${command} --module nobody`,
        `${explain}/web/`,
        `${explain}web`,
        `${explain}/web/ --var-file nobody.tfvars`,
      ].map(async (line) => (await stage.project.run(line)).code),
    );
    expect(codes).toEqual([0, 1, 2, 0, 1, 2]);
  });

  test('name sources from which Terraform takes the module', async () => {
    const { version } = JSON.parse(read('package.json')) as { version: string };
    const [, table = ''] = read('docs/terraform.md').split('\n## Other sources\n');
    const sources = [...table.matchAll(/^\| [^|]* \| `((?:\.|git::)[^`]*)`/gm)].map(
      ([, one]) => one,
    );
    const hosts = [
      new GitHost('https://example.com/ssm-iam.git', ['generated']),
      new GitHost('https://example.com/terraform-aws-ssm-iam.git', ['generated'], {
        from: 'generated',
        tag: `v${version}`,
      }),
    ];
    const environment = hosts.flatMap(({ environment: one }, at) => [
      [`GIT_CONFIG_KEY_${String(at)}`, one.GIT_CONFIG_KEY_0 ?? ''],
      [`GIT_CONFIG_VALUE_${String(at)}`, one.GIT_CONFIG_VALUE_0 ?? ''],
    ]);
    const calls = sources.map((source, at) => [`from_${String(at)}`, { source }]);
    const workspace = stage.bench.workspace(
      { module: Object.fromEntries(calls) as object },
      { ...(Object.fromEntries(environment) as object), GIT_CONFIG_COUNT: '2' },
    );
    workspace.link('ssm-iam', join(PROJECT, 'generated'));

    expect(sources).toHaveLength(3);
    await workspace.init();
    await workspace.must('validate');
    hosts.forEach((host) => {
      host.remove();
    });
  });
});

describe('documents', () => {
  const docs = ['docs', 'docs/decisions'].flatMap((folder) =>
    readdirSync(join(PROJECT, folder))
      .filter((name) => name.endsWith('.md'))
      .map((name) => `${folder}/${name}`),
  );
  const handbook = [...PAGES, 'CONTRIBUTING.md'];

  test.each(['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...docs])(
    'link only to what is there: %s',
    (name) => {
      const missing = relativeLinks(read(name)).filter((target) => {
        const [path = '', anchor] = target.split('#');
        const there = join(PROJECT, path === '' ? name : join(name, '..', path));
        const isThere = (): boolean =>
          anchor === undefined || headings(readFileSync(there, 'utf8')).includes(anchor);
        return !existsSync(there) || !isThere();
      });
      expect(missing).toEqual([]);
    },
  );

  test.each(handbook)('name only commands of package.json: %s', (name) => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: object };
    const named = [...read(name).matchAll(/npm run (?:--silent )?([\w:]+)/g)];
    const unknown = named.filter(([, script = '']) => !(script in scripts));
    expect(unknown).toEqual([]);
  });

  test('are short enough to be read', () => {
    expect(read('README.md').split('\n').length).toBeLessThan(160);
    expect(read('CONTRIBUTING.md').split('\n').length).toBeLessThan(310);
  });

  test.each(catalog.map(({ name }) => name))('have a row for %s in the README', (name) => {
    expect(read('README.md')).toContain(`| [${name}](generated/modules/${name}/README.md)`);
  });

  test('show a maintainer every file and folder of the project', () => {
    const ours = readdirSync(PROJECT).filter(
      (name) => !/^(\.git|coverage|node_modules)$/.test(name),
    );
    const left = ours.filter((name) => !/\.(tfstate(\..*)?|tgz|log)$/.test(name));
    const map = read('CONTRIBUTING.md');
    expect(left.filter((name) => !new RegExp(`\`${name}/?\``).test(map))).toEqual([]);
  });
});
