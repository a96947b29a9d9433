import { Construct } from 'constructs';
import { bind } from '../../../generator/bind';
import { tagsInput } from '../../../modules/iam/tags';
import { emittedStack } from '../../fixtures/emitted-stack';
import { ruleOf } from '../../fixtures/rule-of';
import { temporaryFolders } from '../../fixtures/temporary-folder';

const newFolder = temporaryFolders();
const { tags } = tagsInput;
const someTags = (count: number): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`key${i}`, 'value']));

const accepts = (value: Readonly<Record<string, string>>): boolean =>
  tags.rules.every((rule) => rule.accepts(value));

describe('tags are taken', () => {
  test.each<[string, Record<string, string>]>([
    ['none', {}],
    ['50', someTags(50)],
    ['with a key of 128 characters', { ['a'.repeat(128)]: '' }],
    ['with a value of 256 characters', { a: 'b'.repeat(256) }],
    ['with a key of 128 letters, two of which join', { [`${'a'.repeat(126)}กำ`]: '' }],
    ['with an empty value', { a: '' }],
    ['with letters, digits, spaces and _.:/=+-@', { 'Aa0 _.:/=+-@': 'Aa0 _.:/=+-@' }],
    ['with letters of any language', { größe: '日本 ½' }],
    ['with a key that only holds "aws:"', { 'my-aws:x': 'y' }],
    ['with a key that begins like "aws"', { awsome: 'y' }],
    [
      'with keys that are alike in capitals only, as a plan takes them',
      { Straße: '', STRASSE: '' },
    ],
    ['with the same value twice', { a: 'y', b: 'y' }],
  ])('%s', (_, value) => {
    expect(accepts(value)).toBe(true);
  });
});

describe('tags are refused', () => {
  test.each<[string, string, Record<string, string>]>([
    ['TagCount', '51', someTags(51)],
    ['TagKeyTwice', 'two keys that differ in case only', { Owner: 'a', owner: 'b' }],
    ['TagKey', 'a key of 129 characters', { ['a'.repeat(129)]: '' }],
    ['TagKey', 'an empty key', { '': 'a' }],
    ['TagKey', 'a key with another character', { 'a*': '' }],
    ['TagKey', 'a key with a newline', { 'a\nb': '' }],
    ['TagKey', 'a key of 129 letters, two of which join', { [`${'a'.repeat(127)}กำ`]: '' }],
    ['TagKeyOfAws', 'a key of AWS', { 'aws:x': '' }],
    ['TagKeyOfAws', 'a key of AWS in capitals', { 'AwS:x': '' }],
    ['TagValue', 'a value of 257 characters', { a: 'b'.repeat(257) }],
    ['TagValue', 'a value of 257 letters, two of which join', { a: `${'b'.repeat(255)}กำ` }],
    ['TagValue', 'a value with another character', { a: 'b,c' }],
  ])('by %s: %s', (code, _, value) => {
    expect(ruleOf(tags, code).accepts(value)).toBe(false);
  });
});

describe('a tag whose value is null', () => {
  test.each<[string, Record<string, string | null>]>([
    ['may stand beside one', { a: null, b: 'c' }],
    ['is no key twice', { Owner: null, owner: 'a' }],
    ['has no key that is wrong', { 'a*': null, 'aws:x': null }],
    ['is not counted', { ...someTags(50), more: null }],
  ])('%s', (_, value) => {
    expect(tags.type.accepts(value)).toBe(true);
    expect(tags.rules.filter((rule) => !rule.accepts(value))).toEqual([]);
  });

  test('is left out', () => {
    const { locals } = emittedStack(newFolder(), (stack) => {
      bind(new Construct(stack, 'app'), tagsInput, { tags: { a: null, b: 'c' } });
    });

    expect(locals).toEqual({ app_input_tags: { b: 'c' } });
  });

  test('does not excuse the others', () => {
    const refusing = (value: Record<string, string | null>): string[] =>
      tags.rules.filter((rule) => !rule.accepts({ ...value, none: null })).map(({ code }) => code);

    expect(refusing(someTags(51))).toEqual(['TagCount']);
    expect(refusing({ Owner: 'a', owner: 'b' })).toEqual(['TagKeyTwice']);
    expect(refusing({ 'a*': 'b' })).toEqual(['TagKey']);
    expect(refusing({ a: 'b,c' })).toEqual(['TagValue']);
  });
});
