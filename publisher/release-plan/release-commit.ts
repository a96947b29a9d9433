import type { Git } from '../git';
import { inTemporaryFolder } from '../write-files';
import type { PreparedRelease, ReleasePlan } from './release-plan';

/** What git stores of a file. */
export interface Entry {
  readonly mode: string;
  readonly id: string;
}

/** Files by their paths in a tree. */
export type Entries = ReadonlyMap<string, Entry>;

const NEW_FILE = '100644';

/** The entries of a commit for some paths; those that are not there are left out. */
export async function entriesAt(
  git: Git,
  commit: string,
  paths: readonly string[],
): Promise<Entries> {
  const list = await git.text(['ls-tree', '-r', '-z', '--full-tree', commit, '--', ...paths]);
  return entriesIn(list, /^(?<mode>\d+) \w+ (?<id>\w+)\t(?<path>.*)$/s);
}

/** The entries of the index for some paths. A path with a conflict has the id of no file. */
export async function entriesStaged(git: Git, paths: readonly string[]): Promise<Entries> {
  const list = await git.text(['ls-files', '--stage', '-z', '--', ...paths]);
  return entriesIn(list, /^(?<mode>\d+) (?<id>\w+) (?<stage>\d)\t(?<path>.*)$/s);
}

function entriesIn(list: string, form: RegExp): Entries {
  const found = list
    .split('\0')
    .map((line) => form.exec(line)?.groups)
    .filter((groups) => groups !== undefined);
  return new Map(
    found.map(({ path = '', mode = '', id = '', stage = '0' }) => [
      path,
      { mode, id: stage === '0' ? id : 'conflict' },
    ]),
  );
}

/** The lines by which `update-index` brings files to what a release has. */
export function indexLines({ base, files }: ReleasePlan, entries: Entries): string {
  return files
    .map(({ path }) => {
      const entry = entries.get(path);
      return entry === undefined
        ? `0 ${'0'.repeat(base.length)}\t${path}\0`
        : `${entry.mode} ${entry.id}\t${path}\0`;
    })
    .join('');
}

/** Stores the texts of a release, and the tree that it makes of its base. */
export async function writeTree(git: Git, { plan, texts }: PreparedRelease): Promise<string> {
  const paths = plan.files.map(({ path }) => path);
  const known = await entriesAt(git, plan.base, paths);
  const entries = new Map<string, Entry>();
  for (const [path, text] of Object.entries(texts)) {
    if (text !== null) {
      const id = await git.text(['hash-object', '-w', '--stdin'], { input: text });
      entries.set(path, { mode: known.get(path)?.mode ?? NEW_FILE, id });
    }
  }
  return inTemporaryFolder(async (folder) => {
    // what is staged plays no part
    const env = { GIT_INDEX_FILE: `${folder}/index` };
    await git.run(['read-tree', plan.base], { env });
    const input = indexLines(plan, entries);
    await git.run(['update-index', '-z', '--index-info'], { env, input });
    return git.text(['write-tree'], { env });
  });
}

/**
 * Stores the commit of a release: the same plan, base and author make the same one. Its
 * time is that of the plan's day, or of its base if that is later.
 */
export async function writeCommit(git: Git, plan: ReleasePlan, tree: string): Promise<string> {
  const when = await timeOf(git, plan);
  return git.text(['commit-tree', tree, '-p', plan.base, '-F', '-'], {
    input: `${plan.message}\n`,
    env: { GIT_AUTHOR_DATE: when, GIT_COMMITTER_DATE: when },
  });
}

/** Stores the tag of a release: annotated, for `git push --follow-tags` and `git describe` to see it. */
export async function writeTag(git: Git, plan: ReleasePlan, commit: string): Promise<string> {
  const when = await timeOf(git, plan);
  const tagger = await git.text(['var', 'GIT_COMMITTER_IDENT'], {
    env: { GIT_COMMITTER_DATE: when },
  });
  const lines = [`object ${commit}`, 'type commit', `tag ${plan.tag}`, `tagger ${tagger}`];
  return git.text(['mktag'], { input: `${lines.join('\n')}\n\n${plan.message}\n` });
}

/** Seconds, as git takes them. */
async function timeOf(git: Git, { base, date }: ReleasePlan): Promise<string> {
  const day = Date.parse(`${date}T00:00:00Z`) / 1000;
  const commit = Number(await git.text(['show', '--no-patch', '--format=%ct', base]));
  return `@${Math.max(day, commit)} +0000`;
}
