import { expr } from '../../generator/expression';
import type { UsageError } from '../../errors';
import { input } from '../../generator/inputs';
import type { ModuleDefinition } from '../../generator/module';
import type { Requirement } from '../../generator/requirements';
import { attributeRule, each, matches } from '../../generator/rules';
import { readInputs } from '../../generator/terraform-inputs';
import * as type from '../../generator/types';

const lower = matches({
  pattern: '^[a-z]+$',
  refused: 'A',
  code: 'Lower',
  must: 'must be lower case',
  remedy: 'write it small',
  see: 'https://example.com',
});
const inputs = {
  roleName: input.required(type.string, { description: 'd', rules: [lower] }),
  maxSize: input.withDefault(type.number, 5, { description: 'd' }),
  note: input.nullable(type.string, { description: 'd' }),
  s3Buckets: input.withDefault(
    type.list(
      type.object({
        bucketName: type.attribute.required(type.string, 'd'),
        isOpen: type.attribute.optional(type.bool, 'd', true),
      }),
    ),
    [],
    { description: 'd', rules: [each(attributeRule('bucketName', lower))] },
  ),
};
const noteNeedsSize: Requirement<typeof inputs> = {
  code: 'NoteNeedsSize',
  about: ['note', 'maxSize', 's3Buckets'],
  must: (name) => `${name('note')} needs ${name('maxSize')} over 9`,
  remedy: () => 'raise it',
  refused: { note: 'x' },
  accepts: ({ note, maxSize }) => note === null || Number(maxSize) > 9,
  condition: () => expr`true`,
};
const definition: Pick<ModuleDefinition, 'inputs' | 'requirements'> = {
  inputs,
  requirements: [noteNeedsSize],
};

function refusal(given: Readonly<Record<string, unknown>>): UsageError {
  try {
    readInputs(definition, given);
  } catch (error) {
    return error as UsageError;
  }
  throw new Error('the inputs were taken');
}

test('inputs have their names in Terraform, their defaults, and those of attributes', () => {
  expect(
    readInputs(definition, { role_name: 'a', max_size: '12', s3_buckets: [{ bucket_name: 'b' }] }),
  ).toEqual({
    role_name: 'a',
    max_size: 12,
    note: null,
    s3_buckets: [{ bucket_name: 'b', is_open: true }],
  });
});

test('null is the default', () => {
  expect(
    readInputs(definition, { role_name: 'a', max_size: null, s3_buckets: null }),
  ).toMatchObject({ max_size: 5, s3_buckets: [] });
});

test('a definition may have no requirements', () => {
  expect(readInputs({ inputs }, { role_name: 'a', note: 'n' })).toMatchObject({ note: 'n' });
});

describe('inputs are refused', () => {
  test.each<[string, Record<string, unknown>, string]>([
    ['when one is missing', {}, 'role_name is required; give it a value [MissingInput]'],
    [
      'when one is written as in TypeScript',
      { role_name: 'a', roleName: 'a' },
      'there is no input roleName; the inputs are role_name, max_size, note, s3_buckets [UnknownInput]',
    ],
    [
      'when an attribute is written as in TypeScript',
      { role_name: 'a', s3_buckets: [{ bucket_name: 'b', isOpen: true }] },
      's3_buckets has no attribute isOpen; the attributes are bucket_name, is_open [UnknownAttribute]',
    ],
    [
      'when one has another type',
      { role_name: 'a', s3_buckets: [{ is_open: false }] },
      's3_buckets must be list(object({ bucket_name = string, is_open = optional(bool, true) })); give a value of that type [WrongType]',
    ],
    [
      'when one breaks a rule',
      { role_name: 'A' },
      'role_name must be lower case; write it small [Lower]',
    ],
    [
      'when an attribute breaks a rule',
      { role_name: 'a', s3_buckets: [{ bucket_name: 'b' }, { bucket_name: 'B' }] },
      'each bucket_name of s3_buckets must be lower case; write it small [Lower]',
    ],
    [
      'when they break a requirement together',
      { role_name: 'a', note: 'n', s3_buckets: [{ bucket_name: 'b' }] },
      'note needs max_size over 9; raise it [NoteNeedsSize]',
    ],
  ])('%s', (_, given, message) => {
    expect(refusal(given).message).toBe(message);
  });

  test('with all mistakes at once', () => {
    expect(refusal({ x: 1, max_size: [], s3_buckets: [{ bucket_name: 'b', y: 1 }] }).message)
      .toBe(`4 inputs are wrong:
  s3_buckets has no attribute y; the attributes are bucket_name, is_open [UnknownAttribute]
  there is no input x; the inputs are role_name, max_size, note, s3_buckets [UnknownInput]
  role_name is required; give it a value [MissingInput]
  max_size must be number; give a value of that type [WrongType]
 [SeveralMistakes]`);
  });
});

describe('what a module calls others with', () => {
  const right = { role_name: 'a', max_size: 5, note: null, s3_buckets: [] };
  const wrong = { ...right, note: 'n' };
  const message = 'note needs max_size over 9; raise it [NoteNeedsSize]';
  const own = { open: input.withDefault(type.bool, true, { description: 'd' }) };
  const reading =
    (calls: readonly Readonly<Record<string, unknown>>[], given: object = {}) =>
    () =>
      readInputs(
        {
          inputs: own,
          calledWith: ({ open }) => (open === true ? calls.map((one) => [definition, one]) : []),
        },
        { ...given },
      );

  test('is looked at with its own inputs, defaults filled in', () => {
    expect(reading([right])()).toEqual({ open: true });
    expect(reading([wrong])).toThrow(message);
    expect(reading([wrong], { open: false })()).toEqual({ open: false });
  });

  test('is told at once, and once where two refuse the same', () => {
    expect(reading([wrong, right, wrong])).toThrow(message);
    expect(reading([wrong, { ...right, role_name: 'A' }])).toThrow(`2 inputs are wrong:
  ${message}
  role_name must be lower case; write it small [Lower]
 [SeveralMistakes]`);
  });

  test('waits until its own inputs are right', () => {
    expect(reading([wrong], { open: 'x' })).toThrow('open must be bool; give a value of that type');
  });
});
