import { UsageError } from '../../errors';
import type { Git } from '../git';
import { GENERATED, filesAt, textAt } from '../release';
import type { Files } from '../../files';
import { VERSIONED } from './released-texts';

/** Files of a project beside what is generated that a release reads or writes. */
const BESIDE = [...VERSIONED, 'CHANGELOG.md', 'LICENSE'];

/**
 * Writes what is generated anew: files by their paths below `generated/`.
 *
 * @param texts the files of the project that are shipped or told in it: `package.json`, `CHANGELOG.md` and `LICENSE`
 */
export type Regenerate = (texts: Files) => Promise<Files>;

/**
 * The commit that is checked out, in full.
 *
 * @throws UsageError `NoRepository` if the folder is not the top of one, `GitFailed` if nothing is committed
 */
export async function headOf(git: Git): Promise<string> {
  const { code, out } = await git.try(['rev-parse', '--show-prefix']);
  if (code !== 0 || out.toString('utf8').trim() !== '') {
    throw new UsageError(
      'NoRepository',
      'this must run in the top folder of a git repository, got another; go to the folder that was cloned',
    );
  }
  return git.text(['rev-parse', '--verify', 'HEAD']);
}

/** A project as a commit has it. */
export interface Project {
  /** Files beside what is generated, by their paths. */
  readonly texts: Files;
  /** What lies below `generated/`, by the paths there. */
  readonly generated: Files;
}

/** Reads a project as a commit has it. */
export async function projectAt(git: Git, commit: string): Promise<Project> {
  const found = await Promise.all(
    BESIDE.map(async (path) => [path, await textAt(git, commit, path)] as const),
  );
  const texts = Object.fromEntries(
    found.flatMap(([path, text]) => (text === undefined ? [] : [[path, text] as const])),
  );
  return { texts, generated: await filesAt(git, commit, GENERATED) };
}

/**
 * Refuses a commit whose interface is not that of its sources: a version would be
 * computed of it that says nothing of them.
 *
 * @throws UsageError `GeneratedStale`
 */
export async function refuseStale(project: Project, regenerate: Regenerate): Promise<void> {
  const wanted = await regenerate(project.texts);
  const paths = [...new Set([...Object.keys(wanted), ...Object.keys(project.generated)])].sort();
  const differing = paths.filter((path) => wanted[path] !== project.generated[path]);
  const [first] = differing;
  if (first !== undefined) {
    const others = differing.length > 1 ? ` and ${differing.length - 1} more` : '';
    throw new UsageError(
      'GeneratedStale',
      `${GENERATED}/ must be committed as the generator writes it and hold no other files, got another ${GENERATED}/${first}${others}; run npm run generate, git rm what it does not write, and commit the result`,
    );
  }
}

/** All files of a project that a release may write, by their paths in it. */
export const filesOf = ({ texts, generated }: Project): Files => ({
  ...texts,
  ...Object.fromEntries(
    Object.entries(generated).map(([path, text]) => [`${GENERATED}/${path}`, text]),
  ),
});
