import type { Git } from '../git';
import type { Release } from '../release';
import { commitMessage } from './commit-message';

/** Whose commits those of a release are: everybody who publishes it makes the same commit. */
export const EMAIL = 'ssm-iam@registry.invalid';

/** An entry of a tree, as git lists it: `100644 blob <id>`. */
export type Entry = string;

/** What to change in the tree of a commit. */
export interface Changes {
  readonly remove: readonly string[];
  readonly put: ReadonlyMap<string, Entry>;
}

/**
 * Makes the commit of a release, whose tree is the files of the release.
 *
 * @param parent the release before it, if there is one
 * @returns its id, the same on any machine
 */
export async function commitRelease(
  git: Git,
  release: Release,
  parent: string | undefined,
): Promise<string> {
  const files = Object.entries(release.files).flatMap(([path, text]) => [
    `M 100644 inline ${quoted(path)}\n`,
    ...data(text),
  ]);
  const parents = parent === undefined ? [] : [`from ${parent}\n`];
  return make(git, [
    ...head('release', release, commitMessage(release)),
    ...parents,
    'deleteall\n',
    ...files,
  ]);
}

/**
 * Makes a commit that brings a release onto a branch with commits of others.
 *
 * @returns its id, the same on any machine
 */
export async function mergeRelease(
  git: Git,
  release: Release,
  [tip, released]: readonly [string, string],
  { remove, put }: Changes,
): Promise<string> {
  const message = `Merge ssm-iam ${release.version}\n\nFiles that are of no release are as they were.\n`;
  return make(git, [
    ...head('merge', release, message),
    `from ${tip}\n`,
    `merge ${released}\n`,
    ...remove.map((path) => `D ${quoted(path)}\n`),
    ...[...put].map(([path, entry]) => `M ${entry.replace(/ \w+ /, ' ')} ${quoted(path)}\n`),
  ]);
}

function head(name: string, { date }: Release, message: string): string[] {
  const who = `ssm-iam <${EMAIL}> ${Date.parse(date) / 1000} +0000`;
  return [
    `commit refs/made/${name}\n`,
    'mark :1\n',
    `author ${who}\n`,
    `committer ${who}\n`,
    ...data(message),
  ];
}

const data = (text: string): string[] => [`data ${Buffer.byteLength(text)}\n`, text, '\n'];

/** Paths that begin with a quote or hold a line break would be read otherwise. */
const quoted = (path: string): string =>
  `"${path.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n')}"`;

/** Plumbing: neither the settings nor the hooks of the user have a part in it. */
async function make(git: Git, stream: readonly string[]): Promise<string> {
  const input = [...stream, '\n', 'get-mark :1\n'].join('');
  return git.text(['fast-import', '--quiet', '--date-format=raw'], { input });
}
