import { chmodSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { workflows } from '../fixtures/ci-files';
import type { ReleasedProject } from '../fixtures/released-project';
import { temporaryFolders } from '../fixtures/temporary-folder';
import { bash, projectWithRelease } from './harness/ci-project';
import type { Outcome } from './harness/child';

const newFolder = temporaryFolders();
const newProject = (): ReleasedProject => projectWithRelease(newFolder());

jest.setTimeout(120_000);

describe('the page of a release on GitHub', () => {
  const stepNamed = (wanted: string): string =>
    workflows()
      .flatMap(({ content }) => Object.values(content.jobs))
      .flatMap(({ steps = [] }) => steps)
      .find(({ name }) => name === wanted)?.run ?? '';

  /** Keeps one release in a folder: what `gh release` does of it here, it does there. */
  const GH = `#!/usr/bin/env bash
set -eu
echo "$*" >> "$GH_STATE/calls"
case "$1 $2" in
  'release view') [[ -e "$GH_STATE/draft" ]] || { echo 'release not found' >&2; exit 1; }; cat "$GH_STATE/draft" ;;
  'release create') [[ ! -e "$GH_STATE/draft" ]]; echo true > "$GH_STATE/draft"; cp notes.md "$GH_STATE/notes.md" ;;
  'release upload') mkdir -p "$GH_STATE/files"; cp "\${@:5}" "$GH_STATE/files"; [[ ! -e "$GH_STATE/cut" ]] ;;
  'release edit') echo false > "$GH_STATE/draft" ;;
  'release download') mkdir -p "$7"; cp "$GH_STATE/files/$5" "$7" ;;
esac
`;

  async function makePage(
    project: ReleasedProject,
    state: string,
    tag = 'v1.0.0',
  ): Promise<Outcome> {
    const tools = newFolder();
    writeFileSync(join(tools, 'gh'), GH);
    chmodSync(join(tools, 'gh'), 0o755);
    const PATH = [tools, process.env.PATH].join(delimiter);
    const script = `${stepNamed('Make the files')}\n${stepNamed('Make the page')}`;
    const env = { GITHUB_REF_NAME: tag, GH_STATE: state, PATH };
    return bash(project.folder, ['-c', script], env);
  }

  const callsOf = (state: string): string[] =>
    readFileSync(join(state, 'calls'), 'utf8').trimEnd().split('\n');

  test('is a draft until all files are there, with the section of the version', async () => {
    const state = newFolder();

    expect(await makePage(newProject(), state)).toMatchObject({ code: 0 });
    expect(callsOf(state).map((call) => call.split(' ').slice(0, 3).join(' '))).toEqual([
      'release view v1.0.0',
      'release create v1.0.0',
      'release upload v1.0.0',
      'release edit v1.0.0',
    ]);
    expect(callsOf(state)[1]).toContain('--draft --prerelease=false --verify-tag');
    expect(readdirSync(join(state, 'files'))).toHaveLength(4);
    expect(readFileSync(join(state, 'notes.md'), 'utf8').trim()).toBe(
      '- The `first`, for $HOME.\n\n### Permissions\n\n- None.',
    );
  });

  test('is finished after an interruption, and then left alone', async () => {
    const state = newFolder();
    const project = newProject();
    const draft = (): string => readFileSync(join(state, 'draft'), 'utf8').trim();
    writeFileSync(join(state, 'cut'), '');

    expect((await makePage(project, state)).code).not.toBe(0);
    expect(draft()).toBe('true');
    rmSync(join(state, 'cut'));
    expect((await makePage(project, state)).code).toBe(0);
    expect(draft()).toBe('false');
    rmSync(join(state, 'calls'));
    rmSync(join(project.folder, 'published'), { recursive: true, force: true });
    expect((await makePage(project, state)).code).toBe(0);
    expect(callsOf(state).map((call) => call.split(' ')[1])).toEqual(['view', 'download']);
  });

  test('that shows other files is not taken for this release', async () => {
    const state = newFolder();
    mkdirSync(join(state, 'files'));
    writeFileSync(join(state, 'draft'), 'false\n');
    writeFileSync(join(state, 'files/SHA256SUMS'), 'other\n');

    expect(await makePage(newProject(), state)).toMatchObject({
      code: 1,
      text: expect.stringContaining('SHA256SUMS differ') as string,
    });
  });
});

describe('the token of the registry repository', () => {
  const { env = {} } =
    workflows()
      .flatMap(({ content }) => Object.values(content.jobs))
      .flatMap(({ steps = [] }) => steps)
      .find(({ name }) => name === 'Publish to the registry repository') ?? {};

  /** What git would sign in with. */
  const credentialFor = (host: string): Promise<Outcome> =>
    bash(
      newFolder(),
      ['-c', `printf 'protocol=https\\nhost=${host}\\n\\n' | git credential fill`],
      {
        ...Object.fromEntries(Object.entries(env).map(([name, value]) => [name, String(value)])),
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_TERMINAL_PROMPT: '0',
        GIT_ASKPASS: '/bin/false',
        REGISTRY_TOKEN: 'reg1stry',
      },
    );

  test('is what git gives to GitHub', async () => {
    const { code, text } = await credentialFor('github.com');

    expect(code).toBe(0);
    expect(text).toContain('username=x-access-token\npassword=reg1stry\n');
  });

  test('is given to no other host', async () => {
    const { code, text } = await credentialFor('example.com');

    expect(code).not.toBe(0);
    expect(text).not.toContain('reg1stry');
  });
});
