import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { catalog } from '../../../modules/catalog';
import { PLANNED, PREPARED } from '../cases/readme';
import { trustingService, written } from '../cases/statements';
import { readAccount } from './account';
import { execute, mustExecute } from './child';
import { AFTER_CDKTF } from './cdktf-commands';
import { runCdktn } from './cdktn-command';
import type { ConsumerApp } from './consumer';
import type { Block } from './markdown';
import type { PlannedBlocks } from './planned-blocks';
import { PROJECT } from './project';
import type { ProjectCopy } from './project';
import type { Bench } from './suite';
import { findAwsCli } from './tools';
import type { Workspace } from './workspace';

/** What the blocks of the pages leave to the blocks after them. */
export interface Stage {
  readonly bench: Bench;
  readonly project: ProjectCopy;
  readonly app: ConsumerApp;
  readonly planned: PlannedBlocks;
  workspace?: Workspace;
}

type Runner<T> = (content: T, stage: Stage) => Promise<void>;

const TRUST = written(trustingService('ssm.amazonaws.com'));

/** The peers that a command installs, each in the range that the package asks for. The commands of others are not installed. */
function peersIn(line: string): string[] {
  const { peerDependencies } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as {
    readonly peerDependencies: Readonly<Record<string, string>>;
  };
  const peers = [...line.matchAll(/'(@?[^@]+)@([^']+)'/g)];
  return peers.flatMap(([, name = '', range]) => {
    const of = name.replace(/-cli$/, '');
    expect([name, range]).toEqual([name, peerDependencies[of]]);
    return name === of ? [name] : [];
  });
}

/** A stack without what says which library made it, and from which version of the provider. */
function blocksOf({ terraform, ...stack }: Record<string, unknown>): object {
  return { ...stack, '//': {}, backend: (terraform as { readonly backend: unknown }).backend };
}

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
    async (line, { bench, project }) => {
      const options = { CDKTF_AUTO_APPROVE: 'true', CDKTF_SKIP_PROVIDER_LOCK: 'true' };
      const asked = Object.entries(options).map(([name, value]) => `${name}=${value}`);
      const before = await readAccount(bench.emulator.iam);
      const text = await project.must(`${asked.join(' ')} ${line}`);
      const [, verb = ''] = /npx cdktf (\w+)/.exec(line) ?? [];
      const after = await readAccount(bench.emulator.iam);
      AFTER_CDKTF[verb]?.({ text: stripVTControlCharacters(text), before, after, project });
    },
  ],
  [
    /^node dist\/cli\.js explain /,
    async (line, { project }) => {
      const { code, text } = await project.run(line);
      expect({ code, text }).toMatchObject({ code: 0 });
      expect(text).toMatch(/s3:GetObject|AmazonSSMManagedInstanceCore|iam:CreateRole/);
    },
  ],
  [
    /^npm install \S+\.tgz /,
    async (line, { app, project }) => {
      const [tarball = ''] = line.replace(/^npm install /, '').split(' ');
      const packed = await project.must(`ls ${tarball.replace('../ssm-iam/', '')}`);
      await app.install(project.path(packed.trim()), ...peersIn(line));
    },
  ],
  [
    /^npm uninstall /,
    async (line, { app }) => {
      app.drop(...line.split(' ').slice(2));
      return Promise.resolve();
    },
  ],
  [
    /^npm install (--save-dev )?'/,
    async (line, { app }) => {
      app.add(...peersIn(line));
      return Promise.resolve();
    },
  ],
  [
    /^npx cdktn diff servers$/,
    async (line, stage) => {
      const before = blocksOf(stage.app.stack('servers'));
      expect(await stage.app.node('app.js')).toMatchObject({ code: 0 });
      expect(blocksOf(stage.app.stack('servers'))).toEqual(before);
      const text = await runCdktn(line, stage);
      expect(text ?? 'No changes.').toContain('No changes.');
    },
  ],
  [
    /^npx ssm-iam explain /,
    async (line, { app }) => {
      const args = line.split(' ').slice(2);
      const { code, text } = await app.node('node_modules/ssm-iam/dist/cli.js', ...args);
      expect({ code, text }).toMatchObject({ code: 0 });
      expect(text).toContain('AmazonSSMManagedInstanceCore');
    },
  ],
  [
    /^npx tsc$/,
    async (_, { app }) => {
      expect(await app.compile()).toBe('');
    },
  ],
  [
    /^node app\.js$/,
    async (_, stage) => {
      expect(await stage.app.node('app.js')).toMatchObject({ code: 0 });
      const { terraform, ...stack } = stage.app.stack('servers') as Record<string, object>;
      expect(stack).toHaveProperty(
        'resource.aws_instance.web.iam_instance_profile',
        '${one(aws_iam_instance_profile.ssm[*].name)}',
      );
      // its state is a file in the folder of the app
      const { backend: _backend, ...settings } = terraform as Record<string, unknown>;
      stage.workspace = stage.bench.workspace({ ...stack, terraform: settings });
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
    /^terraform (-chdir=\S+ )?(init|init -upgrade|plan|apply)$/,
    async (line, { workspace }) => {
      const args = line.split(' ').filter((word) => !/^terraform$|^-chdir=/.test(word));
      await workspace?.must(...args, ...(args[0] === 'apply' ? ['-auto-approve'] : []));
    },
  ],
];

/** Blocks by language, and how they are run here. */
export const RUNNERS: Readonly<Record<string, Runner<Block>>> = {
  sh: async ({ text }, stage) => {
    for (const line of text.trim().split('\n')) {
      const [, run] = COMMANDS.find(([command]) => command.test(line)) ?? [];
      if (run === undefined) {
        throw new Error(`nothing here runs: ${line}`);
      }
      await run(line, stage);
    }
  },
  hcl: async (block, stage) => {
    const { heading } = block;
    await PREPARED[heading]?.(stage.bench.emulator.iam);
    const changes = await stage.planned.changesOf(block);
    const written = JSON.stringify(changes).replace(/\\+"/g, '"');
    expect(written).toContain(PLANNED[heading] ?? 'module.ssm.aws_iam_role.this[0]');
    if (heading in PREPARED) {
      const actions = changes.flatMap(({ change }) => change.actions);
      expect(actions).not.toContain('create');
      expect(actions).not.toContain('delete');
    }
    // the commands below it run there
    stage.workspace = stage.planned.rootOf(block);
  },
  tfvars: async ({ text }, { project }) => {
    writeFileSync(project.path('servers.tfvars'), text);
    return Promise.resolve();
  },
  json: async ({ text }, { project, app }) => {
    const asShipped = readFileSync(project.path('cdktf.json'), 'utf8');
    const { context } = JSON.parse(text) as { context?: { s3_backend: Record<string, unknown> } };
    if (context === undefined) {
      app.write('cdktf.json', text);
      return;
    }
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
  ts: async ({ text }, { app }) => {
    const imports = /^(import .*\n)+/;
    // new imports of the app before
    const isWhole = text.replace(imports, '') !== '';
    app.write('app.ts', isWhole ? text : app.read('app.ts').replace(imports, text));
    return Promise.resolve();
  },
};
