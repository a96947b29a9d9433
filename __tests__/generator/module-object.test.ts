import { moduleInput } from '../../generator/module-object';
import { exampleModule } from '../fixtures/example-module';

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

test('the rules stay with the module, which is called with the values', () => {
  expect(object.rules).toEqual([]);
});
