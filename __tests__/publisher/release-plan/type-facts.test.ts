import { parseType } from '../../../publisher/release-plan/type-constraint';
import { typeFindings } from '../../../publisher/release-plan/type-facts';

const found = (before: string, after: string): string[] =>
  typeFindings('x', parseType(before), parseType(after)).map(
    ({ code, subject, step }) => `${code} ${subject}: ${step}`,
  );

const object = (inside: string): string => `object({ ${inside} })`;

test.each([
  ['string', 'string', []],
  ['list( string )', 'list(string)', []],
  ['string', 'number', ['input-retyped x: major']],
  ['number', 'any', ['input-retyped x: major']],
  ['list(string)', 'set(string)', ['input-retyped x: major']],
  ['list(string)', 'list(number)', ['input-retyped x: major']],
  [object('a = string'), 'map(string)', ['input-retyped x: major']],
  [object('a = string'), object('a = string, b = optional(bool)'), ['attribute-added x.b: minor']],
  [object('a = string'), object('a = string, b = bool'), ['attribute-added-required x.b: major']],
  [
    object('a = string, b = optional(bool)'),
    object('a = string'),
    ['attribute-removed x.b: major'],
  ],
  [object('a = optional(string)'), object('a = string'), ['attribute-required x.a: major']],
  [object('a = string'), object('a = optional(string, "b")'), ['attribute-optional x.a: minor']],
  [
    object('a = optional(string, "b")'),
    object('a = optional(string, "c")'),
    ['attribute-default-changed x.a: major'],
  ],
  [
    object('a = optional(string)'),
    object('a = optional(string, "c")'),
    ['attribute-default-changed x.a: major'],
  ],
  [object('a = optional(string)'), object('a = optional(string, null)'), []],
  [object('a = optional(map(string), { b = 1 })'), object('a = optional(map(string), {b=1})'), []],
  [
    `list(${object(`a = optional(list(${object('b = string')}))`)})`,
    `list(${object(`a = optional(list(${object('b = number, c = optional(bool)')}))`)})`,
    ['attribute-added x.a.c: minor', 'input-retyped x.a.b: major'],
  ],
])('%s -> %s', (before, after, expected) => {
  expect(found(before, after)).toEqual(expected);
});

test('a finding shows both types', () => {
  expect(typeFindings('x', parseType('list(string)'), parseType('set(string)'))[0]).toMatchObject({
    before: 'list(string)',
    after: 'set(string)',
    text: '`x` takes another type',
  });
});
