import * as fs from 'node:fs';
import { join } from 'node:path';
import { pid } from 'node:process';
import { compareTree } from '../../generator/compare';
import { filesOf } from '../../generator/tree';
import type { Tree } from '../../generator/tree';
import { UNFINISHED, writeTree } from '../../generator/write';
import { WRITTEN_LIST, writtenList } from '../../generator/written-list';
import { contentsOf, fill } from '../fixtures/folder-contents';
import { temporaryFolders } from '../fixtures/temporary-folder';

/** Calls that change the disk until the process "is killed"; then none changes it any more. */
let left = Infinity;
let isDiskFull = false;

jest.mock('node:fs', () => {
  const real = jest.requireActual<typeof fs>('node:fs');
  const changing = [
    'mkdirSync',
    'mkdtempSync',
    'renameSync',
    'rmSync',
    'rmdirSync',
    'writeFileSync',
  ];
  const counted = changing.map((name) => [
    name,
    (...args: readonly unknown[]): unknown => {
      left -= 1;
      if (left < 0) {
        throw new Error('killed');
      }
      if (isDiskFull && name === 'writeFileSync') {
        const message = 'ENOSPC: no space left on device, write';
        throw Object.assign(new Error(message), { code: 'ENOSPC', syscall: 'write' });
      }
      return (real[name as keyof typeof real] as (...given: readonly unknown[]) => unknown)(
        ...args,
      );
    },
  ]);
  return { ...real, ...(Object.fromEntries(counted) as object) };
});

const newFolder = temporaryFolders();

afterEach(() => {
  left = Infinity;
  isDiskFull = false;
});

const tree: Tree = [
  {
    name: 'a',
    folder: 'modules/a/',
    files: { 'main.tf.json': 'a1', 'examples/one/main.tf': 'one' },
  },
  { name: 'above', folder: '', files: { 'README.md': 'r1', 'main.tf.json': 'm1' } },
];
const older: Tree = [
  {
    name: 'a',
    folder: 'modules/a/',
    files: { 'main.tf.json': 'a0', 'old/x.tf': '', 'variables.tf.json': 'v0' },
  },
  { name: 'gone', folder: 'modules/gone/', files: { 'main.tf.json': 'g0', 'x/y.md': '' } },
  { name: 'above', folder: '', files: { 'README.md': 'r0', 'main.tf.json': 'm0' } },
];
const mine = {
  'notes.md': 'mine',
  'modules/a/terraform.tfstate': '{"mine":1}',
  'modules/a/old/mine.tfvars': 'mine',
  'modules/gone/x/terraform.tfstate': '{"mine":2}',
  'modules/mine/main.tf': 'mine',
};

const write = (folder: string, wanted: Tree, isWhole = true): void => {
  writeTree(folder, wanted, compareTree(folder, wanted, isWhole));
};
const generated = (wanted: Tree): Record<string, string> => ({
  ...filesOf(wanted),
  [WRITTEN_LIST]: writtenList(Object.keys(filesOf(wanted))),
});
/** What is there but for files that wait in a folder of their own. */
const filesIn = (folder: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(contentsOf(folder)).filter(
      ([path]) => !path.startsWith('.ssm-iam-') || path === WRITTEN_LIST,
    ),
  );

/** A folder that older modules were written to, and that somebody works in. */
function inUse(): string {
  const folder = newFolder();
  write(folder, older);
  fill(folder, mine);
  return folder;
}

test('what is generated is written to a folder that is made with it, with the list of it', () => {
  const folder = join(newFolder(), 'deep', 'folder');
  write(folder, tree);

  expect(contentsOf(folder)).toEqual(generated(tree));
});

test('files are added, replaced and removed, and those of others stay', () => {
  const folder = inUse();
  write(folder, tree);

  expect(contentsOf(folder)).toEqual({ ...generated(tree), ...mine });
});

test('folders that are empty then go, and others stay', () => {
  const folder = newFolder();
  write(folder, older);
  fs.mkdirSync(join(folder, 'modules/mine'));
  write(folder, tree);

  expect(contentsOf(folder)).toEqual({ ...generated(tree), 'modules/mine/': '' });
});

test('one module is written alone', () => {
  const folder = newFolder();
  write(folder, older);
  write(folder, tree.slice(0, 1), false);

  expect(filesIn(folder)).toEqual({
    ...filesOf(older.slice(1)),
    ...filesOf(tree.slice(0, 1)),
    [WRITTEN_LIST]: writtenList(Object.keys(filesOf([...tree.slice(0, 1), ...older.slice(1)]))),
  });
});

test('nothing is touched where all is as it should be', () => {
  const folder = newFolder();
  write(folder, tree);
  left = 0;

  expect(() => {
    write(folder, tree);
  }).not.toThrow();
});

test.each(['main.tf.json', UNFINISHED])('%s of somebody else is refused first', (name) => {
  const folder = newFolder();
  const files = { [WRITTEN_LIST]: '', [`modules/a/${name}`]: 'mine' };
  fill(folder, files);

  expect(() => {
    write(folder, tree);
  }).toThrow('[ForeignFile]');
  expect(contentsOf(folder)).toEqual(files);
});

/** Of each module: whether it is as the older or the newer tree has it, or Terraform refuses it. */
function states(files: Readonly<Record<string, string>>): string[] {
  const ofFolder = (wanted: Tree, folder: string): Record<string, string> =>
    filesOf(wanted.filter((module) => module.folder === folder));
  return ['modules/a/', 'modules/gone/', ''].map((folder) => {
    if (`${folder}${UNFINISHED}` in files) {
      return 'refused';
    }
    const found = Object.fromEntries(
      Object.entries(files).filter(
        ([path]) =>
          !(path in mine) &&
          path !== WRITTEN_LIST &&
          !path.endsWith('/') &&
          (/^modules\/[^/]+\//.exec(path)?.[0] ?? '') === folder,
      ),
    );
    const isLike = (wanted: Tree): boolean =>
      JSON.stringify(Object.entries(found).sort()) ===
      JSON.stringify(Object.entries(ofFolder(wanted, folder)).sort());
    return isLike(older) ? 'old' : isLike(tree) ? 'new' : 'mixed';
  });
}

/** Folders in which a run was killed, each a moment later than the one before; in the last it was not. */
function killedRuns(make: () => string): string[] {
  for (const folders: string[] = []; ;) {
    const folder = make();
    left = folders.push(folder) - 1;
    try {
      write(folder, tree);
      return folders;
    } catch {
      // killed
    } finally {
      left = Infinity;
    }
  }
}

test('a run that is killed at any moment leaves each module old, new or refused, and the next completes it', () => {
  const seen = killedRuns(inUse).flatMap((folder) => {
    const found = filesIn(folder);
    expect(found).toMatchObject(mine);
    write(folder, tree);
    expect(filesIn(folder)).toEqual({ ...generated(tree), ...mine });
    return states(found);
  });

  expect([...new Set(seen)].sort()).toEqual(['new', 'old', 'refused']);
});

test('a first run that is killed at any moment is completed by the next', () => {
  for (const folder of killedRuns(() => join(newFolder(), 'new'))) {
    write(folder, tree);
    expect(filesIn(folder)).toEqual(generated(tree));
  }
});

test('files that another run listed meanwhile stay on the list', () => {
  const folder = newFolder();
  write(folder, older);
  const changes = compareTree(folder, tree, true);
  fill(folder, { [WRITTEN_LIST]: `${writtenList(changes.written)}modules/b/x.md\n` });
  writeTree(folder, tree, changes);

  const list = writtenList([...Object.keys(filesOf(tree)), 'modules/b/x.md']);
  expect(contentsOf(folder)).toEqual({ ...generated(tree), [WRITTEN_LIST]: list });
});

test('what a killed process left goes with the next run, what a living one writes stays', () => {
  const folder = inUse();
  // no process has this number
  const dead = `.ssm-iam-${2 ** 30}-aB3xY9/1`;
  const living = `.ssm-iam-${pid}-aB3xY9/1`;
  fill(folder, { [dead]: 'half', [living]: 'half' });
  write(folder, tree);

  expect(contentsOf(folder)).toEqual({ ...generated(tree), ...mine, [living]: 'half' });
});

test('where the disk is full nothing is changed, and the file is named', () => {
  const folder = inUse();
  const before = contentsOf(folder);
  isDiskFull = true;

  expect(() => {
    write(folder, tree);
  }).toThrow(
    `${join(folder, WRITTEN_LIST)} cannot be written (ENOSPC: no space left on device, write); free some space and run this again [CannotWrite]`,
  );
  expect(contentsOf(folder)).toEqual(before);
});
