import { describeOnTerminal, runCommand, runOnTerminal } from '../../fixtures/command';
import { temporaryFolders } from '../../fixtures/temporary-folder';

const newFolder = temporaryFolders();

jest.setTimeout(60_000);

/** What hides the cursor and brings it back, and clears a line. */
const HIDE = '\u001b[?25l';
const SHOW = '\u001b[?25h';
const CLEAR = '\u001b[2K';

describeOnTerminal('on a terminal', () => {
  test.each([
    ['generate', 'generating'],
    ['check', 'checking'],
  ])('%s counts the modules, and leaves nothing behind', (command, doing) => {
    const { text } = runOnTerminal(newFolder(), [command, '--module', 's3-access-policy']);

    expect(text).toMatch(new RegExp(`${doing} \\[ +\\] 0/1 s3-access-policy`));
    const [drawn = '', after = ''] = text.split(SHOW);
    expect(drawn).toContain(HIDE);
    expect(after).toContain(CLEAR);
    expect(after).not.toContain(doing);
  });

  test('each module is drawn', () => {
    const { code, text } = runOnTerminal(newFolder(), ['generate']);

    expect(code).toBe(0);
    expect(text).toMatch(
      /0\/15 automation-admin.*2\/15 automation-service-role.*5\/15 hybrid.*11\/15 s3-access-policy/s,
    );
    expect(text).toMatch(/unchanged|created {3}automation-service-role\n/);
  });

  test('one that cannot draw is not drawn on', () => {
    const { text } = runOnTerminal(newFolder(), ['generate'], { TERM: 'dumb' });

    expect(text).toMatch(/^created {3}automation-administration-role\n/);
  });
});

test('in a pipe there is none, in no environment', () => {
  const { code, err } = runCommand(newFolder(), ['generate'], { FORCE_COLOR: '1' });

  expect({ code, err }).toEqual({ code: 0, err: '' });
});
