import { moduleFiles } from '../../generator/generate';
import { noCompanions } from '../fixtures/companions';
import { exampleModule } from '../fixtures/example-module';
import { emittedModule } from '../fixtures/emitted-module';

const { variables, outputs, main } = emittedModule(exampleModule);

test('an input is a variable of its name in snake_case', () => {
  expect(Object.keys(variables.variable ?? {})).toEqual([
    'labels',
    'nick_name',
    'parts',
    'thing_name',
  ]);
});

test('a required input has no default and takes no null', () => {
  expect(variables.variable?.thing_name).toEqual({
    description: 'Name of the thing.',
    nullable: false,
    type: 'string',
    validation: [
      {
        condition: '${length(var.thing_name) <= 8 && can(regex("^[a-z]+$", var.thing_name))}',
        error_message: 'thing_name must be 1 to 8 lower-case letters; shorten it [LowerCase]',
      },
    ],
  });
});

test('a default of null is emitted, and null passes the validation', () => {
  expect(variables.variable?.nick_name).toEqual({
    default: null,
    description: 'Another name. Null: none.',
    nullable: true,
    type: 'string',
    validation: [
      {
        condition:
          '${var.nick_name == null ? true : length(var.nick_name) <= 8 && can(regex("^[a-z]+$", var.nick_name))}',
        error_message: 'nick_name must be 1 to 8 lower-case letters; shorten it [LowerCase]',
      },
    ],
  });
  expect(moduleFiles(exampleModule, noCompanions)['variables.tf.json']).toContain(
    '"default": null,',
  );
});

test('the keys of a map in a default keep their case; without a rule there is no validation', () => {
  expect(variables.variable?.labels).toEqual({
    default: { MyLabel: 'a', 'Cost-Center': 'b' },
    description: 'Labels | marks.',
    nullable: false,
    type: 'map(string)',
  });
});

test('an object type has its attributes in snake_case', () => {
  expect(variables.variable?.parts).toMatchObject({
    default: [],
    type: 'list(object({ part_name = string, is_spare = optional(bool, false) }))',
  });
});

test('an attribute of the construct is an output of its name in snake_case', () => {
  expect(outputs.output).toEqual({
    thing_id: { description: 'Id of the thing.', value: '${example_thing.this.id}' },
  });
});

test('the construct is fed with the variables, without locals between', () => {
  expect(main).toEqual({
    '//': expect.any(String) as string,
    resource: {
      example_thing: { this: { name: '${var.thing_name}', labels: '${var.labels}' } },
    },
  });
});
