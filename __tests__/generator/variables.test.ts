import { moduleFiles } from '../../generator/generate';
import { noCompanions } from '../fixtures/companions';
import { exampleModule } from '../fixtures/example-module';
import { emittedModule } from '../fixtures/emitted-module';

const { variables } = emittedModule(exampleModule);

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
