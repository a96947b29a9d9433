import { Construct } from 'constructs';
import { bind } from '../../../generator/bind';
import { tagsInput } from '../../../modules/iam/tags';
import { emittedStack } from '../../fixtures/emitted-stack';
import { ruleOf } from '../../fixtures/rule-of';
import { temporaryFolders } from '../../fixtures/temporary-folder';

const newFolder = temporaryFolders();
const { tags } = tagsInput;
const accepts = (value: Readonly<Record<string, string>>): boolean =>
  tags.rules.every((rule) => rule.accepts(value));

describe('tags are taken', () => {
  test.each<[string, Record<string, string>]>([
    ['none', {}],
    ['with an empty value', { a: '' }],
    ['with letters, digits, spaces and _.:/=+-@', { 'Aa0 _.:/=+-@': 'Aa0 _.:/=+-@' }],
    ['with letters of any language', { größe: '日本 ½' }],
  ])('%s', (_, value) => {
    expect(accepts(value)).toBe(true);
  });
});

describe('tags are refused', () => {
  test.each<[string, Record<string, string>]>([
    ['a key with another character', { 'a*': '' }],
    ['a key with a newline', { 'a\nb': '' }],
    ['a value with another character', { a: 'b,c' }],
    ['a second one that is wrong', { a: 'b', c: '<' }],
  ])('%s', (_, value) => {
    expect(ruleOf(tags, 'TagCharacters').accepts(value)).toBe(false);
  });
});

describe('a tag whose value is null', () => {
  test.each<[string, Record<string, string | null>]>([
    ['may stand beside one', { a: null, b: 'c' }],
    ['has no key that is wrong', { 'a*': null, 'aws:x': null }],
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
    expect(accepts({ 'a*': 'b', none: null } as never)).toBe(false);
  });
});
