import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  isErrno,
  jsonObject,
  parseJson,
  readBytes,
  readText,
  reasonOf,
  whileWriting,
} from '../files';
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

describe('JSON', () => {
  const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);

  test('is read up to a hundred levels', () => {
    expect(JSON.stringify(parseJson(nested(100)))).toBe(nested(100));
    expect(parseJson('null')).toBeNull();
  });

  test.each([101, 100_000])('with %d levels is refused', (levels) => {
    expect(reason(() => parseJson(nested(levels)))).toBe('it is nested more than 100 levels deep');
    expect(reason(() => parseJson(`{"a":${nested(levels)}}`))).toMatch(/^it is nested/);
  });

  test('that is an object is given, and the file that holds none is named', () => {
    expect(jsonObject('a.json', '{"b": 1}', 'mend it')).toEqual({ b: 1 });
    for (const text of ['[]', 'null', '1', '"x"']) {
      expect(() => jsonObject('a.json', text, 'mend it')).toThrow(
        usageError(
          'NoJson',
          'a.json must be a JSON object (it is another value); mend it [NoJson]',
        ),
      );
    }
    expect(() => jsonObject('a.json', '{', 'mend it')).toThrow(
      /^a\.json must be .*; mend it \[NoJson\]$/,
    );
  });
});

test.each([
  [new Error('a\n  b'), 'a b'],
  [new TypeError('x'), 'x'],
  [new RangeError('Maximum call stack size exceeded'), 'it is nested too deeply'],
  ['a'.repeat(301), `${'a'.repeat(300)}...`],
  ['a'.repeat(30_000_000), `${'a'.repeat(300)}...`],
  [undefined, 'undefined'],
])('a reason is one line of bounded length', (error, expected) => {
  expect(reasonOf(error)).toBe(expected);
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
