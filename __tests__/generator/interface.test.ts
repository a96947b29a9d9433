import { synthesize } from '../../generator/interface';
import { exampleModule } from '../fixtures/example-module';

const { interface: model, configuration, stack } = synthesize(exampleModule);

test('the interface says what the module is', () => {
  expect(model).toMatchObject({
    name: 'example-thing',
    summary: 'A thing for tests.',
    awsPage: 'https://example.com/guide',
    provider: { name: 'example', source: 'acme/example' },
  });
});

test('inputs are in alphabetical order, in the words of Terraform', () => {
  expect(model.inputs).toEqual([
    {
      name: 'labels',
      type: 'map(string)',
      description: 'Labels | marks.',
      required: false,
      nullable: false,
      default: { MyLabel: 'a', 'Cost-Center': 'b' },
      sensitive: false,
      attributes: [],
      rules: [],
    },
    {
      name: 'nick_name',
      type: 'string',
      description: 'Another name. Null: none.',
      required: false,
      nullable: true,
      default: null,
      sensitive: false,
      attributes: [],
      rules: [
        {
          code: 'LowerCase',
          must: 'must be 1 to 8 lower-case letters',
          remedy: 'shorten it',
          see: 'https://example.com/names',
        },
      ],
    },
    {
      name: 'parts',
      type: 'list(object({ part_name = string, is_spare = optional(bool, false) }))',
      description: 'Parts of the thing.',
      required: false,
      nullable: false,
      default: [],
      sensitive: false,
      rules: [],
      attributes: [
        { name: 'part_name', type: 'string', description: 'Name of the part.', required: true },
        {
          name: 'is_spare',
          type: 'bool',
          description: 'Whether it is a spare.',
          required: false,
          default: false,
        },
      ],
    },
    {
      name: 'thing_name',
      type: 'string',
      description: 'Name of the thing.',
      required: true,
      nullable: false,
      sensitive: false,
      attributes: [],
      rules: [
        {
          code: 'LowerCase',
          must: 'must be 1 to 8 lower-case letters',
          remedy: 'shorten it',
          see: 'https://example.com/names',
        },
      ],
    },
  ]);
});

test('outputs are there with their descriptions', () => {
  expect(model.outputs).toEqual([
    { name: 'thing_id', description: 'Id of the thing.', sensitive: false },
  ]);
});

test('the example is in the words of Terraform, without what it leaves out', () => {
  expect(model.example).toEqual({ thing_name: 'lamp', parts: [{ part_name: 'bulb' }] });
});

test('addresses are those of resources and data sources', () => {
  expect(model.addresses).toEqual(['example_thing.this']);
});

test('floors come with the feature that sets them', () => {
  expect(model.floors.terraform).toEqual({
    version: '1.3.0',
    feature: 'optional object attributes with defaults',
  });
  expect(model.floors.provider).toEqual({ version: '1.10.0', feature: 'example_thing.labels' });
});

test('the configuration is that of the stack', () => {
  expect(configuration.resource).toEqual({
    example_thing: { this: { name: '${var.thing_name}', labels: '${var.labels}' } },
  });
  expect(stack.node.id).toBe('example-thing');
});
