import {
  entriesAt,
  entriesStaged,
  indexLines,
  writeCommit,
  writeTag,
  writeTree,
} from '../../../publisher/release-plan/release-commit';
import { ReleasableProject } from '../../fixtures/releasable-project';
import { temporaryFolders } from '../../fixtures/temporary-folder';

const newFolder = temporaryFolders();

async function planned() {
  const project = ReleasableProject.in(newFolder());
  await project.release();
  project.inputs = ['size'];
  project.write(
    'generated/interface.json',
    (await project.regenerate({ 'package.json': '{"version":"0.1.0"}' }))['interface.json'] ?? '',
  );
  project.run('commit', '--quiet', '-a', '-m', 'change');
  project.run('update-index', '--chmod=+x', 'generated/README.md');
  project.run('commit', '--quiet', '-m', 'executable');
  return { project, release: await project.plan() };
}

test('a tree is its base with the texts of the release, and nothing else is stored under a name', async () => {
  const { project, release } = await planned();
  const before = project.state();
  const tree = await writeTree(project.git, release);
  const changed = project.run('diff-tree', '-r', '--name-only', release.plan.base, tree);

  expect(changed.split('\n')).toEqual(release.plan.files.map(({ path }) => path));
  expect(project.run('show', `${tree}:generated/README.md`)).toBe('lamp 0.2.0');
  expect(project.run('ls-tree', tree, 'generated/README.md')).toMatch(/^100755 /);
  expect(project.run('ls-tree', tree, 'generated/deep/folder/new.txt')).toMatch(/^100644 /);
  expect(project.state()).toEqual(before);
});

test('the same plan makes the same commit and tag at any time', async () => {
  const { project, release } = await planned();
  const { plan } = release;
  const tree = await writeTree(project.git, release);
  const commit = await writeCommit(project.git, plan, tree);

  expect(await writeCommit(project.git, plan, tree)).toBe(commit);
  expect(await writeTag(project.git, plan, commit)).toBe(await writeTag(project.git, plan, commit));
  expect(await writeCommit(project.git, { ...plan, date: '2099-03-02' }, tree)).not.toBe(commit);
});

test('a commit is no older than its base', async () => {
  const { project, release } = await planned();
  const tree = await writeTree(project.git, release);
  const commit = await writeCommit(project.git, { ...release.plan, date: '2001-01-01' }, tree);
  const time = (name: string): string => project.run('show', '--no-patch', '--format=%ct', name);

  expect(time(commit)).toBe(time(release.plan.base));
});

test('what is staged is read with its conflicts', async () => {
  const { project } = await planned();
  const id = project.run('hash-object', '-w', 'LICENSE');
  const [zero, tab] = ['0'.repeat(40), '\t'];
  await project.git.run(['update-index', '--index-info'], {
    input: `0 ${zero}${tab}LICENSE\n100644 ${id} 1${tab}LICENSE\n100644 ${id} 2${tab}LICENSE\n`,
  });
  const paths = ['LICENSE', 'README.md', 'nowhere'];
  const [staged, committed] = [
    await entriesStaged(project.git, paths),
    await entriesAt(project.git, 'HEAD', paths),
  ];

  expect([...staged.keys()].sort()).toEqual(['LICENSE', 'README.md']);
  expect(staged.get('LICENSE')?.id).toBe('conflict');
  expect(committed.get('LICENSE')).toEqual({ mode: '100644', id });
});

test('a file that goes is a line without an object', () => {
  const plan = { base: 'a'.repeat(64), files: [{ path: 'x', before: null, after: null }] };

  expect(indexLines(plan as never, new Map())).toBe(`0 ${'0'.repeat(64)}\tx\0`);
});
