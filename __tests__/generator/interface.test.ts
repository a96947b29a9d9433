import { expr } from '../../generator/expression';
import { Construct } from 'constructs';
import { input } from '../../generator/inputs';
import { synthesize } from '../../generator/interface';
import * as type from '../../generator/types';
import { exampleModule } from '../fixtures/example-module';

const { interface: model, configuration, stack } = synthesize(exampleModule);

const LOWER_CASE = {
  code: 'LowerCase',
  limits: { pattern: '^[a-z]+$', longest: 8 },
  must: 'must be 1 to 8 lower-case letters',
  remedy: 'shorten it',
  see: 'https://example.com/names',
};

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
      rules: [LOWER_CASE],
    },
    {
      name: 'parts',
      type: 'list(object({ part_name = string, is_spare = optional(bool, false) }))',
      collections: ['list'],
      description: 'Parts of the thing.',
      required: false,
      nullable: false,
      default: [],
      sensitive: false,
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
      rules: [],
    },
    {
      name: 'thing_name',
      type: 'string',
      description: 'Name of the thing.',
      required: true,
      nullable: false,
      sensitive: false,
      attributes: [],
      rules: [LOWER_CASE],
    },
  ]);
});

test('what inputs have to fulfil together is there, if anything', () => {
  const lit = {
    code: 'Lit',
    about: ['nickName', 'parts'],
    must: (name: (input: string) => string) => `${name('nickName')} must be lit`,
    remedy: () => 'light it',
    refused: {},
    accepts: () => true,
    condition: () => expr<boolean>`true`,
  };
  const demanding = { ...exampleModule, requirements: [lit] };

  expect(model.requirements).toEqual([]);
  expect(synthesize(demanding).interface.requirements).toEqual([
    {
      code: 'Lit',
      inputs: ['nick_name', 'parts'],
      must: 'nick_name must be lit',
      remedy: 'light it',
    },
  ]);
});

test('what Terraform hides is said to be hidden', () => {
  const hiding = {
    ...exampleModule,
    build: (...[scope, id, props]: Parameters<typeof exampleModule.build>) => {
      Object.assign(scope.node.findChild('variable_nick_name'), { sensitive: true });
      return exampleModule.build(scope, id, props);
    },
  };
  const { inputs } = synthesize(hiding).interface;

  expect(inputs.filter(({ sensitive }) => sensitive).map(({ name }) => name)).toEqual([
    'nick_name',
  ]);
});

test('outputs are there with their descriptions', () => {
  expect(model.outputs).toEqual([
    { name: 'thing_id', description: 'Id of the thing.', sensitive: false },
  ]);
});

test('cases are in the words of Terraform, without what they leave out', () => {
  expect(model.cases).toEqual([
    {
      title: 'A lamp',
      text: 'For a light.',
      procedure: 'To make a lamp',
      see: 'https://example.com/guide#lamp',
      inputs: { thing_name: 'lamp', parts: [{ part_name: 'bulb' }] },
      toTheLetter: { nick_name: 'light', parts: [{ part_name: 'bulb', is_spare: true }] },
    },
  ]);
  expect(model.differences.map(({ module }) => module)).toEqual(['Only with `is_spare`.']);
});

test('a module that calls no other has no calls', () => {
  expect(model.modules).toEqual([]);
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

test('objects in objects are told, and the collections that they stand in', () => {
  const inner = type.object({ isLit: type.attribute.required(type.bool, 'Whether.') });
  const outer = type.object({
    lamps: type.attribute.optional(type.map(type.list(inner)), 'Lamps.'),
    names: type.attribute.required(type.set(type.string), 'Names.'),
  });
  const inputs = { room: input.nullable(outer, { description: 'A room.' }) };
  const [room] = synthesize({
    ...{ ...exampleModule, inputs, cases: [], outputs: {} },
    build: (scope, id) => new Construct(scope, id),
  }).interface.inputs;

  expect(room).not.toHaveProperty('collections');
  expect(room?.attributes).toEqual([
    {
      name: 'lamps',
      type: 'map(list(object({ is_lit = bool })))',
      collections: ['map', 'list'],
      attributes: [{ name: 'is_lit', type: 'bool', description: 'Whether.', required: true }],
      description: 'Lamps.',
      required: false,
      default: null,
    },
    { name: 'names', type: 'set(string)', description: 'Names.', required: true },
  ]);
});
