import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalog } from '../../modules/catalog';
import { PLANNED } from './cases/readme';
import { ConsumerApp } from './harness/consumer';
import { fencedBlocks, headings, relativeLinks } from './harness/markdown';
import type { Block } from './harness/markdown';
import { execute, mustExecute } from './harness/child';
import { GitHost } from './harness/git-host';
import { PROJECT, ProjectCopy } from './harness/project';
import { describeEndToEnd } from './harness/suite';
import type { Bench } from './harness/suite';
import { findAwsCli } from './harness/tools';
import type { Workspace } from './harness/workspace';

const read = (name: string): string => readFileSync(join(PROJECT, name), 'utf8');
const blocks = fencedBlocks(read('README.md'));

/** What the blocks of one README leave to the blocks after them. */
interface Stage {
  readonly bench: Bench;
  readonly project: ProjectCopy;
  readonly app: ConsumerApp;
  readonly git: GitHost;
  workspace?: Workspace;
}

type Runner<T> = (content: T, stage: Stage) => Promise<void>;

const TRUST = `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ssm.amazonaws.com"},"Action":"sts:AssumeRole"}]}`;

/** Commands by how they begin, and how they are run here. */
const COMMANDS: readonly (readonly [RegExp, Runner<string>])[] = [
  // the tests cannot run themselves; what CI runs is this command
  [/^npm ci && npm test$/, async () => Promise.resolve()],
  [
    /^npm ci && npm run |^npm run |^npm pack$/,
    async (line, { project }) => {
      await project.must(line.replace(/^npm ci && /, ''));
    },
  ],
  [
    /^(TF_VAR_\w+=\w+ )?npx cdktf /,
    async (line, { project }) => {
      const options = { CDKTF_AUTO_APPROVE: 'true', CDKTF_SKIP_PROVIDER_LOCK: 'true' };
      const asked = Object.entries(options).map(([name, value]) => `${name}=${value}`);
      await project.must(`${asked.join(' ')} ${line}`);
    },
  ],
  [
    /^node dist\/cli\.js explain /,
    async (line, { project }) => {
      const { code, text } = await project.run(line);
      expect({ code, text }).toMatchObject({ code: 0 });
      expect(text).toMatch(/s3:GetObject|AmazonSSMManagedInstanceCore/);
    },
  ],
  [
    /^node dist\/cli\.js release plan$/,
    async (line, { project }) => {
      const author = '-c user.name=tests -c user.email=tests@example.com';
      await project.must('git init --quiet && git add --all');
      await project.must(`git ${author} commit --quiet --message modules`);
      expect(await project.must(line)).toContain('the first release');
    },
  ],
  [
    /^npm install \S+\.tgz /,
    async (line, { app, project }) => {
      const [tarball = '', ...shared] = line.replace(/^npm install /, '').split(/ (?=')/);
      const { peerDependencies } = await app.install(project.path(tarball.split('/').pop() ?? ''));
      const wanted = Object.entries(peerDependencies).map(([name, range]) => `'${name}@${range}'`);
      expect(shared).toEqual(wanted);
    },
  ],
  [
    /^aws iam list-/,
    async (line, { bench }) => {
      const aws = findAwsCli();
      if (aws !== undefined) {
        const env = { ...bench.environment, AWS_DEFAULT_REGION: 'us-east-2' };
        const environment = { cwd: PROJECT, env };
        const role = line.split(' ').at(-1) ?? '';
        const trust = ['--assume-role-policy-document', TRUST];
        // the command before this one may have made it
        await execute(aws, ['iam', 'create-role', '--role-name', role, ...trust], environment);
        expect(await mustExecute(aws, line.split(' ').slice(1), environment)).toMatch(/Polic/);
      }
    },
  ],
  [
    /^terraform (init|apply)$/,
    async (line, { workspace }) => {
      const approved = line === 'terraform apply' ? ['-auto-approve'] : [];
      await workspace?.must(...line.split(' ').slice(1), ...approved);
    },
  ],
];

/** Blocks by language, and how they are run here. */
const RUNNERS: Readonly<Record<string, Runner<Block>>> = {
  sh: async ({ text }, stage) => {
    for (const line of text.trim().split('\n')) {
      const [, run] = COMMANDS.find(([command]) => command.test(line)) ?? [];
      if (run === undefined) {
        throw new Error(`nothing here runs: ${line}`);
      }
      await run(line, stage);
    }
  },
  hcl: async ({ heading, text }, stage) => {
    const { bench, git, project } = stage;
    stage.workspace = bench.workspace({}, git.environment);
    stage.workspace.write('main.tf', text);
    stage.workspace.link('ssm-iam', project.folder);
    await stage.workspace.must('fmt', '-check', '-diff');
    await stage.workspace.init();
    const plan = JSON.stringify(await stage.workspace.plan()).replace(/\\+"/g, '"');
    expect(plan).toContain(PLANNED[heading] ?? 'module.ssm.aws_iam_role.this[0]');
  },
  tfvars: async ({ text }, { project }) => {
    writeFileSync(project.path('servers.tfvars'), text);
    return Promise.resolve();
  },
  json: async ({ text }, { project }) => {
    const asShipped = readFileSync(project.path('cdktf.json'), 'utf8');
    const { context } = JSON.parse(text) as { context: { s3_backend: Record<string, unknown> } };
    const settings = JSON.parse(asShipped) as object;
    writeFileSync(project.path('cdktf.json'), JSON.stringify({ ...settings, context }));
    await project.must('npx cdktf synth');
    writeFileSync(project.path('cdktf.json'), asShipped);
    const { keyPrefix, ...backend } = context.s3_backend;
    for (const { name } of catalog) {
      const file = `cdktf.out/stacks/${name}/cdk.tf.json`;
      expect(project.json(file)).toHaveProperty('terraform.backend', {
        s3: { ...backend, key: `${String(keyPrefix)}${name}.tfstate` },
      });
    }
  },
  ts: async ({ text }, { app, bench }) => {
    app.write('app.ts', text);
    await app.compile();
    expect(await app.synthesize('app.js')).toMatchObject({ code: 0 });
    const { terraform, ...stack } = app.stack('servers');
    expect(terraform).toBeDefined();
    expect(stack).toHaveProperty(
      'resource.aws_instance.web.iam_instance_profile',
      '${one(aws_iam_instance_profile.ssm[*].name)}',
    );
    const workspace = bench.workspace(stack);
    await workspace.init();
    await workspace.must('validate');
  },
};

describeEndToEnd('README', (bench) => {
  let stage: Stage;

  beforeAll(() => {
    const project = new ProjectCopy(bench().environment);
    const git = new GitHost('https://example.com/ssm-iam.git', ['generated']);
    stage = { bench: bench(), project, git, app: new ConsumerApp() };
  });

  afterAll(() => {
    stage.project.remove();
    stage.git.remove();
    stage.app.remove();
  });

  test.each(blocks.map((block) => [block.line, block.language, block.heading, block] as const))(
    'keeps its word in line %i (%s of "%s")',
    async (_line, language, _heading, block) => {
      const run = RUNNERS[language];
      if (run === undefined) {
        throw new Error(
          `nothing here runs a block in "${language}"; write one of ${Object.keys(RUNNERS).join(', ')}, or a runner`,
        );
      }
      await run(block, stage);
    },
  );

  test('ends with the exit codes of its table', async () => {
    const command = 'node dist/cli.js check';
    writeFileSync(stage.project.path('generated/modules/s3-access-policy/README.md'), '');
    const explain = 'node dist/cli.js explain instance-profile --var role_name=';
    const codes = await Promise.all(
      [
        `${command} --module instance-profile`,
        command,
        `${command} --module nobody`,
        `${explain}Web`,
        `${explain}my/role`,
        `${explain}Web --var-file nobody.tfvars`,
      ].map(async (line) => (await stage.project.run(line)).code),
    );
    expect(codes).toEqual([0, 1, 2, 0, 1, 2]);
  });
});

describe('documents', () => {
  const pages = readdirSync(join(PROJECT, 'docs/decisions')).map(
    (name) => `docs/decisions/${name}`,
  );
  const handbook = ['README.md', 'CONTRIBUTING.md'];

  test.each([...handbook, 'CHANGELOG.md', ...pages])('link only to what is there: %s', (name) => {
    const anchors = headings(read(name)).map((heading) => `#${heading}`);
    const missing = relativeLinks(read(name)).filter((target) =>
      target.startsWith('#')
        ? !anchors.includes(target)
        : !existsSync(join(PROJECT, name, '..', target.replace(/#.*/, ''))),
    );
    expect(missing).toEqual([]);
  });

  test.each(handbook)('name only commands of package.json: %s', (name) => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: object };
    const named = [...read(name).matchAll(/npm run (?:--silent )?([\w:]+)/g)];
    const unknown = named.filter(([, script = '']) => !(script in scripts));
    expect(unknown).toEqual([]);
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
