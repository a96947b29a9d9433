import fc from 'fast-check';
import type { Arbitrary } from 'fast-check';

/** Where a value lies: well within what is allowed, at its limit, or past it. */
export interface Range<T = unknown> {
  readonly plain: Arbitrary<T>;
  readonly limit: Arbitrary<T>;
  readonly past: Arbitrary<T>;
}

/** Texts that mean something to Terraform, JSON or IAM, or to a terminal. */
export const HOSTILE: readonly string[] = [
  '"',
  '\\',
  '","Resource":"*',
  '"}],"Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}',
  '${aws:username}',
  '${*}',
  '${path.module}',
  '$${x}',
  '%{ if true }x%{ endif }',
  '*',
  '?',
  'a*',
  '../../etc',
  'a\nb',
  '\r\n',
  '\t',
  'a\u0000b',
  '\u001b[31m',
  'x\u0301',
  'กำ',
  '“quoted”',
  '\u202e',
  '😀',
  '<script>&',
  ' ',
  'arn:aws:s3:::*',
  'a'.repeat(3000),
];

export const hostile = fc.constantFrom(...HOSTILE);

/** A text of exactly that many of these characters. */
export const ofLength = (characters: string, length: number): Arbitrary<string> =>
  fc.string({
    unit: fc.constantFrom(...Array.from(characters)),
    minLength: length,
    maxLength: length,
  });

/** Names of at most so many of these characters. */
export function names(characters: string, longest: number): Range<string> {
  return {
    plain: fc.string({
      unit: fc.constantFrom(...Array.from('abcXYZ019')),
      minLength: 1,
      maxLength: 20,
    }),
    limit: fc.oneof(ofLength(characters, longest), ofLength(characters, 1)),
    past: fc.oneof(ofLength(characters, longest + 1), fc.constant(''), hostile),
  };
}

/** The same range, or null, which leaves the input out. */
export function orNull<T>({ plain, limit, past }: Range<T>): Range<T | null> {
  return { plain: fc.option(plain), limit, past };
}

/** Sets and lists of such values: some, many, and many with one that is past its limit. */
export function several<T>({ plain, limit, past }: Range<T>, most: number): Range<T[]> {
  return {
    plain: fc.array(plain, { maxLength: 3 }),
    limit: fc.array(fc.oneof(plain, limit), { maxLength: most }),
    past: fc.tuple(fc.array(plain, { maxLength: 2 }), past).map(([some, one]) => [...some, one]),
  };
}

/** One of a few values that are all as good. */
export function choice<T>(values: readonly T[], past: Arbitrary<T>): Range<T> {
  const any = fc.constantFrom(...values);
  return { plain: any, limit: any, past };
}

export const flag: Range<boolean | null> = choice([true, false, null], fc.boolean());
