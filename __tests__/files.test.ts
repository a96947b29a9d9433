import { mkdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { reasonOf } from '../errors';
import { isErrno, makeFolder, readBytes, readText, whileReading, whileWriting } from '../files';
import { fill } from './fixtures/folder-contents';
import { temporaryFolders } from './fixtures/temporary-folder';
import { usageError } from './fixtures/usage-error';

const newFolder = temporaryFolders();

/** Path of a new file. */
function file(content: string | Buffer): string {
  const path = join(newFolder(), 'x');
  writeFileSync(path, content);
  return path;
}

/** Why reading fails. */
function reason(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    return reasonOf(error);
  }
  return 'read';
}

describe('reading', () => {
  test('gives what a file holds, however large within the limit', () => {
    const text = 'é'.repeat(100_000);

    expect(readText(file(text))).toBe(text);
    expect(readText(file(''))).toBe('');
    expect(readBytes(file('abc'), 3).toString()).toBe('abc');
  });

  test.each<[string, () => unknown, string | RegExp]>([
    ['one byte too many', () => readBytes(file('abcd'), 3), 'it has more than 3 bytes'],
    ['a device that never ends', () => readText('/dev/zero'), 'it has more than 4194304 bytes'],
    ['a link to one', () => readText(linkTo('/dev/zero')), 'it has more than 4194304 bytes'],
    ['bytes that are no text', () => readText(file(Buffer.from([0xff]))), 'it is not UTF-8 text'],
    ['a folder', () => readText(newFolder()), /^EISDIR: /],
    ['nothing', () => readText(join(newFolder(), 'none')), /^ENOENT: .*none'$/],
  ])('%s fails with a reason', (_, read, expected) => {
    expect(reason(read)).toMatch(expected);
  });

  function linkTo(target: string): string {
    const path = join(newFolder(), 'link');
    symlinkSync(target, path);
    return path;
  }
});

test('what cannot be read is named with what to do', () => {
  expect(whileReading('x', 'give another', () => 'read')).toBe('read');
  expect(() => whileReading('a/x', 'give another', () => readText('/dev/zero', 9))).toThrow(
    usageError(
      'UnreadableFile',
      'a/x cannot be read (it has more than 9 bytes); give another [UnreadableFile]',
    ),
  );
});

describe('writing', () => {
  const failed = (code: string): Error =>
    Object.assign(new Error(`${code}: words, write`), { code, syscall: 'write' });

  test.each([
    ['ENOSPC', 'free some space and run this again'],
    ['EDQUOT', 'free some space and run this again'],
    ['EFBIG', 'free some space and run this again'],
    ['EACCES', 'let this user write there and run this again'],
    ['EPERM', 'let this user write there and run this again'],
    ['EROFS', 'let this user write there and run this again'],
    ['ENOTDIR', 'put that right, or name another place, and run this again'],
  ])('that fails with %s names the file and what to do', (code, way) => {
    const write = (): never => {
      throw failed(code);
    };

    expect(() => whileWriting('out/x', write)).toThrow(
      usageError(
        'CannotWrite',
        `out/x cannot be written (${code}: words, write); ${way} [CannotWrite]`,
      ),
    );
  });

  test('that succeeds gives what it made, and other errors stay what they are', () => {
    expect(whileWriting('x', () => 1)).toBe(1);
    expect(() =>
      whileWriting('x', () => {
        throw new TypeError('ours');
      }),
    ).toThrow(new TypeError('ours'));
  });

  test('below a file is refused in one line', () => {
    const folder = newFolder();
    fill(folder, { a: '' });

    expect(() => {
      whileWriting(join(folder, 'a/b'), () => {
        mkdirSync(join(folder, 'a/b'));
      });
    }).toThrow(/a\/b cannot be written \(ENOTDIR: .*\); put that right.*\[CannotWrite\]$/);
  });
});

test('errors of Node are told by their codes', () => {
  const error = Object.assign(new Error('x'), { code: 'EAGAIN', syscall: 'read' });

  expect(isErrno(error)).toBe(true);
  expect(isErrno(error, 'ENOENT', 'EAGAIN')).toBe(true);
  expect(isErrno(error, 'ENOENT')).toBe(false);
  expect(isErrno({ code: 'EAGAIN' })).toBe(false);
  expect(isErrno(null)).toBe(false);
  expect(isErrno('EAGAIN')).toBe(false);
});

test('a folder is made with those above it, and is no matter if it is there', () => {
  const folder = join(newFolder(), 'a/b');
  makeFolder(folder);
  makeFolder(folder);

  expect(statSync(folder).isDirectory()).toBe(true);
  // Node's own way would never end
  expect(() => {
    makeFolder('/proc/none/x');
  }).toThrow('ENOENT');
});
