import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { compare } from '../../generator/compare';
import { MARKER } from '../../generator/emit/terraform-files';
import type { Files } from '../../generator/generate';
import { write } from '../../generator/write';
import { contentsOf, fill } from '../fixtures/folder-contents';
import { temporaryFolders } from '../fixtures/temporary-folder';

const newFolder = temporaryFolders();
const main = `{ "//": "${MARKER}" }`;
const oldMain = `{ "//": "${MARKER}", "old": true }`;
const wanted = {
  a: { 'main.tf.json': main, 'README.md': 'a', 'examples/one/main.tf': 'one' },
  b: { 'main.tf.json': main },
};
const written = {
  'a/main.tf.json': main,
  'a/README.md': 'a',
  'a/examples/one/main.tf': 'one',
  'b/main.tf.json': main,
};

function writeAll(folder: string, modules: Readonly<Record<string, Files>> = wanted): void {
  write(folder, modules, compare(folder, modules, true));
}

/** A folder of modules that holds these files. */
function holding(files: Readonly<Record<string, string>>): string {
  const folder = newFolder();
  fill(folder, files);
  return folder;
}

describe('modules are written', () => {
  test('into a folder that is made with them', () => {
    const folder = join(newFolder(), 'deep', 'modules');
    writeAll(folder);

    expect(contentsOf(folder)).toEqual(written);
  });

  test('as a whole, so that nothing old stays in their folders', () => {
    const folder = holding({ 'a/main.tf.json': oldMain, 'a/x/old.tf': '', 'b/main.tf.json': main });
    writeAll(folder);

    expect(contentsOf(folder)).toEqual(written);
  });

  test('into empty folders that are there', () => {
    const folder = newFolder();
    mkdirSync(join(folder, 'a'));
    writeAll(folder);

    expect(contentsOf(folder)).toEqual(written);
  });

  test('and are not touched where they are to be kept', () => {
    const folder = newFolder();
    writeAll(folder);
    write(folder, { a: { 'main.tf.json': 'changed' } }, [{ module: 'a', kind: 'keep', files: [] }]);

    expect(contentsOf(folder)).toEqual(written);
  });

  test('alone when one is asked for', () => {
    const others = { 'b/main.tf.json': oldMain, 'b.new-a/main.tf.json': oldMain };
    const folder = holding(others);
    const one = { a: { 'main.tf.json': main } };
    write(folder, one, compare(folder, one, false));

    expect(contentsOf(folder)).toEqual({ ...others, 'a/main.tf.json': main });
  });
});

describe('what nobody wants any more', () => {
  test('goes when it is ours, and only then', () => {
    const foreign = { 'mine/main.tf.json': '{}', 'mine/notes.md': 'x', 'notes.md': MARKER };
    const folder = holding({ 'gone/main.tf.json': main, 'gone/x/y.tf': '', ...foreign });
    writeAll(folder);

    expect(contentsOf(folder)).toEqual({ ...written, ...foreign });
  });

  test('stays when its name only looks like that of an unfinished write', () => {
    const foreign = { '.old-notes/plan.md': 'keep me', '.new-ideas/main.tf.json': '{}' };
    const folder = holding(foreign);
    writeAll(folder);

    expect(contentsOf(folder)).toEqual({ ...written, ...foreign });
  });
});

describe('a folder of somebody else', () => {
  const foreign = { 'b/main.tf.json': '{}', 'b/notes.md': 'mine' };

  test('is refused by its path', () => {
    const folder = holding(foreign);

    expect(() => {
      writeAll(folder);
    }).toThrow(
      `${join(folder, 'b')} was not written by ssm-iam and would be replaced; move it away or choose another --out [ForeignFolder]`,
    );
  });

  test('is refused before anything is written, cleared or removed', () => {
    const before = { ...foreign, '.old-a/main.tf.json': oldMain, 'gone/main.tf.json': main };
    const folder = holding(before);

    expect(() => {
      writeAll(folder);
    }).toThrow('[ForeignFolder]');
    expect(contentsOf(folder)).toEqual(before);
  });
});

describe('a write that was cut off', () => {
  test.each<[string, Record<string, string>]>([
    ['while the new folder was filled', { 'a/main.tf.json': oldMain, '.new-a/main.tf.json': main }],
    [
      'with a file half written',
      { 'a/main.tf.json': oldMain, '.new-a/main.tf.json': main.slice(0, 20) },
    ],
    [
      'with the old folder moved away',
      { '.old-a/main.tf.json': oldMain, '.new-a/main.tf.json': main, '.new-a/stale.tf': '' },
    ],
    [
      'with the new folder in place',
      { 'a/main.tf.json': main, '.old-a/main.tf.json': oldMain, '.old-a/x.tf': '' },
    ],
    ['while a module was removed', { '.old-gone/main.tf.json': oldMain }],
  ])('%s is put right by the next', (_, left) => {
    const folder = holding(left);
    writeAll(folder);

    expect(contentsOf(folder)).toEqual(written);
  });

  test('leaves the old folder whole until the new one is', () => {
    const folder = holding({ 'a/main.tf.json': oldMain, 'a/README.md': 'old' });
    // a folder cannot be made where a file is: the second file fails
    const impossible = { a: { 'main.tf.json': main, 'main.tf.json/x': '' } };

    expect(() => {
      writeAll(folder, impossible);
    }).toThrow();
    expect(contentsOf(folder)).toMatchObject({ 'a/main.tf.json': oldMain, 'a/README.md': 'old' });
  });

  test('brings the old folder back when the new one cannot take its place', () => {
    const folder = holding({ 'a/main.tf.json': oldMain });
    // a folder without files is never made
    const nothing = { a: {} };

    expect(() => {
      write(folder, nothing, compare(folder, nothing, false));
    }).toThrow('ENOENT');
    expect(contentsOf(folder)).toEqual({ 'a/main.tf.json': oldMain });
  });

  test('tells why a module that is new could not take its place', () => {
    const nothing = { a: {} };

    expect(() => {
      write(newFolder(), nothing, [{ module: 'a', kind: 'create', files: [] }]);
    }).toThrow(/ENOENT.*\.new-a'/);
  });
});
