import { runCommand } from '../../fixtures/command';
import { contentsOf, fill } from '../../fixtures/folder-contents';
import { temporaryFolders } from '../../fixtures/temporary-folder';

const newFolder = temporaryFolders();

jest.setTimeout(60_000);

test.each(['generate', 'check'])('%s takes no file for its folder', (command) => {
  const folder = newFolder();
  fill(folder, { taken: 'mine' });

  expect(runCommand(folder, [command, '--out', 'taken'])).toEqual({
    code: 2,
    out: '',
    err: '--out must be a folder, or a name for a new one, got the file taken; choose another [OutFolder]\n',
  });
  expect(contentsOf(folder)).toEqual({ taken: 'mine' });
});
