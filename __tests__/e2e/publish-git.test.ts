import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { generatedFiles } from '../fixtures/contracts';
import { contentsOf } from '../fixtures/folder-contents';
import { RegistryRepository } from '../fixtures/registry-repository';
import { AUTHOR, ReleasedProject } from '../fixtures/released-project';
import { temporaryFolders } from '../fixtures/temporary-folder';
import { execute, start } from './harness/child';
import type { Outcome } from './harness/child';
import { PROJECT } from './harness/project';
import { describeEndToEnd } from './harness/suite';

const CLI = join(PROJECT, 'dist/publisher/cli.js');
const GENERATED = generatedFiles();

/** The second release: the root has another output, the modules are the same. */
const CHANGED = {
  ...GENERATED,
  'outputs.tf.json': JSON.stringify({
    output: {
      ...(JSON.parse(GENERATED['outputs.tf.json'] ?? '') as { output: object }).output,
      release: { value: '1.1.0', description: 'Marks the release.' },
    },
  }),
};

/** Terraform leaves them out where it copies a module that it has already. */
const withoutHidden = (files: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(files).filter(([path]) => !/(^|\/)\./.test(path)));

describeEndToEnd('a registry repository', (bench) => {
  const emptyFolder = temporaryFolders();
  let project: ReleasedProject;
  let temporary: string;

  const args = (repository: string, verb: string, ...rest: readonly string[]): string[] => {
    const to = ['git', '--repository', repository];
    return [CLI, 'publish', verb, ...to, ...rest];
  };
  const place = () => ({ cwd: project.folder, env: { ...AUTHOR, TMPDIR: temporary } });
  const publish = (
    repository: string,
    verb: string,
    ...rest: readonly string[]
  ): Promise<Outcome> => execute(process.execPath, args(repository, verb, ...rest), place());

  beforeAll(() => {
    temporary = emptyFolder();
    project = new ReleasedProject(emptyFolder());
    project.releaseGenerated('1.0.0');
    project.release('1.1.0', CHANGED, '2026-04-01');
  });

  test('is read by Terraform at every release, as a whole and by its modules', async () => {
    // as git init --bare may leave it: its HEAD names a branch that never comes
    const repository = new RegistryRepository(emptyFolder(), 'bare', 'trunk');
    const address = `file://${repository.folder}`;
    const plan = join(project.folder, 'plan.json');
    expect(await publish(address, 'plan', '--release', '1.0.0', '--out', plan)).toMatchObject({
      code: 0,
    });
    expect(await publish(address, 'apply', '--release', '1.0.0', '--plan', plan)).toEqual({
      code: 0,
      text: `1.0.0 is published: ${address}\n`,
    });
    expect(await publish(address, 'apply')).toMatchObject({ code: 0 });
    expect((await publish(address, 'apply')).text).toBe(`1.1.0 was there already: ${address}\n`);
    expect(readdirSync(temporary)).toEqual([]);

    const source = (folder: string, version: string): { source: string } => ({
      source: `git::${address}${folder}?ref=v${version}`,
    });
    const workspace = bench().workspace({
      module: {
        root_old: source('', '1.0.0'),
        root_new: source('', '1.1.0'),
        profile_old: source('//modules/instance-profile', '1.0.0'),
        profile_new: source('//modules/instance-profile', '1.1.0'),
      },
      output: {
        arn: { value: '${module.profile_old.role_arn}${module.profile_new.role_arn}' },
        release: { value: '${module.root_new.release}' },
      },
    });
    await workspace.init();
    await workspace.must('validate', '-no-color');
    const fetched = (name: string): Record<string, string> =>
      withoutHidden(contentsOf(join(workspace.folder, '.terraform/modules', name)));
    expect(fetched('root_old')).toEqual(withoutHidden(GENERATED));
    expect(fetched('root_new')).toEqual(withoutHidden(CHANGED));
    expect(fetched('profile_old')).toEqual(withoutHidden(GENERATED));
    // all of them, as git has them
    expect(repository.files('v1.0.0')).toEqual(GENERATED);
  });

  test('tells where each release comes from', async () => {
    const repository = new RegistryRepository(emptyFolder());
    await publish(repository.folder, 'apply', '--release', '1.0.0');

    expect(repository.run('log', '-1', '--format=%aI %ae%n%B', 'v1.0.0')).toBe(
      [
        '2026-03-01T12:00:00+00:00 ssm-iam@registry.invalid',
        'ssm-iam 1.0.0',
        '',
        `Source-Commit: ${project.run('rev-parse', 'v1.0.0').trim()}`,
      ].join('\n'),
    );
  });

  test.each([
    ['before the push is looked at', 'pre-receive'],
    ['before a ref is moved', 'update'],
    ['after all is done', 'post-receive'],
  ])(
    'whose publisher is killed %s holds all or nothing, and all the next time',
    async (_, hook) => {
      const repository = new RegistryRepository(emptyFolder());
      const reached = join(repository.folder, 'reached');
      repository.hook(hook, `touch ${reached}; sleep 60`);
      const running = start(process.execPath, args(repository.folder, 'apply'), place());
      while (!existsSync(reached)) {
        await setTimeout(20);
      }
      running.kill();
      await running.ended;
      expect(Object.keys(repository.refs())).toHaveLength(hook === 'post-receive' ? 2 : 0);
      repository.hook(hook, 'exit 0');

      expect(await publish(repository.folder, 'apply')).toMatchObject({ code: 0 });
      expect(Object.keys(repository.refs())).toEqual(['refs/heads/main', 'refs/tags/v1.1.0']);
      expect(repository.files('v1.1.0')).toEqual(CHANGED);
      expect(repository.run('fsck', '--strict', '--no-dangling')).toBe('');
    },
  );

  test('that needs a password shows none, and asks nobody', async () => {
    const { code, text } = await publish('https://jane:hunter2@127.0.0.1:1/m.git', 'plan');

    expect([code, text]).toEqual([2, expect.stringContaining('[Address]')]);
    expect(text).not.toContain('hunter2');
  });
});
