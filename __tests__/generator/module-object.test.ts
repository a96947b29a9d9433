import { input } from '../../generator/inputs';
import { moduleInput } from '../../generator/module-object';
import { attributeRule, each, mistake, mistakeTemplate } from '../../generator/rules';
import * as type from '../../generator/types';
import { exampleInputs, exampleModule } from '../fixtures/example-module';

const object = moduleInput(exampleModule, {});

test('the inputs of a module are the attributes, with their types and defaults', () => {
  expect(object.type.constraint).toBe(
    'object({ thing_name = string, nick_name = optional(string), labels = optional(map(string), {"MyLabel":"a","Cost-Center":"b"}), parts = optional(list(object({ part_name = string, is_spare = optional(bool, false) })), []) })',
  );
});

test('null is no module', () => {
  expect(object).toMatchObject({ nullable: true, required: false, default: null });
  expect(object.description).toBe(
    'A thing for tests. Null: not made; `{}`: made with the defaults. The attributes are the inputs of `example-thing`.',
  );
});

describe('an input for which something stands in', () => {
  const of = (standIns: Record<string, string>) => moduleInput(exampleModule, standIns).type;

  test('may be left out, though the module wants it, and is null then', () => {
    expect(of({ thingName: 'lamp' }).constraint).toMatch(
      /^object\(\{ thing_name = optional\(string\),/,
    );
    expect(of({ labels: 'none' }).constraint).toContain('labels = optional(map(string)),');
  });

  test('says what stands in, and not what null is to the module', () => {
    const { attributes } = of({ thingName: '`lamp`', nickName: 'the first name' });

    expect(attributes?.thingName?.description).toBe('Name of the thing. Null: `lamp`.');
    expect(attributes?.nickName?.description).toBe('Another name. Null: the first name.');
  });
});

describe('a rule of an input', () => {
  const [rule] = object.rules;

  test('is one of the object', () => {
    expect(object.rules.map(({ attribute, code }) => [attribute, code])).toEqual([
      ['thingName', 'LowerCase'],
      ['nickName', 'LowerCase'],
    ]);
    expect(rule?.accepts({ thingName: 'lamp' })).toBe(true);
    expect(rule?.accepts({ thingName: 'Lamp' })).toBe(false);
  });

  test('names the object and the attribute', () => {
    const broken = rule ?? exampleInputs.thingName.rules[0];

    expect(mistake('thing', broken as never, { thingName: 'Lamp' })).toBe(
      'thing thingName must be 1 to 8 lower-case letters, got "Lamp"; shorten it',
    );
    expect(mistakeTemplate('thing', 'var.thing', broken as never)).toBe(
      'thing thing_name must be 1 to 8 lower-case letters, got ${jsonencode(var.thing.thing_name)}; shorten it [LowerCase]',
    );
  });

  test('prints null where a null is what is wrong', () => {
    const lifted = attributeRule('parts', each(exampleInputs.thingName.rules[0] as never), false);

    expect(mistake('thing', lifted, { parts: null })).toBe(
      'thing parts must be 1 to 8 lower-case letters, got null; shorten it',
    );
  });

  test('is none where the module has none', () => {
    const inputs = { size: input.withDefault(type.number, 1, { description: 'Size.' }) };

    expect(moduleInput({ ...exampleModule, inputs }, {}).rules).toEqual([]);
  });
});
