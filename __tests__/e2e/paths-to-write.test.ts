import { spawnSync } from 'node:child_process';
import { STATIC, refusal, runBounded } from '../fixtures/bounded-command';
import { programOf } from '../fixtures/command';
import type { Outcome } from '../fixtures/command';
import { contentsOf, fill } from '../fixtures/folder-contents';
import { ReleasedProject } from '../fixtures/released-project';
import { temporaryFolders } from '../fixtures/temporary-folder';

const newFolder = temporaryFolders();

jest.setTimeout(300_000);

describe('an empty path', () => {
  test.each([
    [`publish apply ${STATIC.replace('public', '""')}`, '--folder'],
    [`publish plan ${STATIC} --out ""`, '--out'],
    [`publish apply ${STATIC} --plan ""`, '--plan'],
    ['publish plan git --repository ""', '--repository'],
    ['generate --out ""', '--out'],
    ['check --out ""', '--out'],
    ['release assets --out ""', '--out'],
    ['release plan --out ""', '--out'],
    ['release apply --plan ""', '--plan'],
    ['explain instance-profile --var-file ""', '--var-file'],
  ])('%s', (line, option) => {
    const folder = newFolder();
    fill(folder, { 'index.html': 'mine' });
    const args = line.split(' ').map((word) => (word === '""' ? '' : word));

    expect(runBounded(folder, args)).toEqual({
      code: 2,
      out: '',
      err: `${option} must have a value, got an empty one; give it, or leave the option out [EmptyOption]\n`,
    });
    expect(contentsOf(folder)).toEqual({ 'index.html': 'mine' });
  });
});

describe('a place that cannot be written', () => {
  /** No file may be longer than this many blocks of 1,024 bytes, as on a disk that is full. */
  function limited(folder: string, blocks: number, args: readonly string[]): Outcome {
    const line = `ulimit -f ${blocks}; exec "$0" "$@"`;
    const { status, stdout, stderr } = spawnSync(
      'bash',
      ['-c', line, process.execPath, programOf(args), ...args],
      { cwd: folder, encoding: 'utf8' },
    );
    return { code: status, out: stdout, err: stderr };
  }

  test('ends generating with the name of the file, and nothing is written', () => {
    const folder = newFolder();
    const { code, out, err } = limited(folder, 40, ['generate', '--out', 'x']);

    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(
      /^x\/[\w./-]+ cannot be written \(EFBIG: file too large, write\); free some space and run this again \[CannotWrite\]\n$/,
    );
    expect(contentsOf(folder)).toEqual({ 'x/': '' });
    expect(runBounded(folder, ['generate', '--out', 'x']).code).toBe(0);
  });

  test('ends publishing with the name of the file', () => {
    const project = new ReleasedProject(newFolder());
    project.releaseGenerated('1.0.0');
    const args = ['publish', 'apply', ...STATIC.split(' ')];
    const { code, err } = limited(project.folder, 20, args);

    expect(code).toBe(1);
    expect(err).toMatch(/^public\/[\w./-]+ cannot be written \(EFBIG: .* \[CannotWrite\]\n$/);
    expect(runBounded(project.folder, args).code).toBe(0);
  });

  test.each([
    ['below a file', 'taken/x', /^taken\/x cannot be written \(.*\[CannotWrite\]$/],
    ['a file', 'taken', /\[OutFolder\]$/],
    ['a folder of somebody else', 'mine', /^mine must be empty or written by ssm-iam/],
    ['a folder of the system', '/proc/x', /^\/proc\/x cannot be written \(ENOENT: /],
  ])('is %s', (_, out, message) => {
    const folder = newFolder();
    fill(folder, { taken: '', 'mine/notes.md': 'mine' });

    expect(refusal(folder, ['generate', '--out', out])).toMatch(message);
    expect(contentsOf(folder)).toEqual({ taken: '', 'mine/notes.md': 'mine' });
  });
});
