import { interfaceJson } from '../../../generator/emit/interface-json';
import { synthesize } from '../../../generator/interface';
import { exampleModule } from '../../fixtures/example-module';

const text = interfaceJson(synthesize(exampleModule).interface, '../');

test('the contract stands there as data', () => {
  expect(JSON.parse(text)).toMatchObject({
    $schema: '../interface.schema.json',
    schema_version: 1,
    name: 'example-thing',
    see: 'https://example.com/guide',
    terraform: { version: '1.3.0' },
    providers: { example: { source: 'acme/example', version: '1.10.0' } },
    addresses: ['example_thing.this'],
    outputs: [{ name: 'thing_id', description: 'Id of the thing.', sensitive: false }],
    tables: { colours: { lamp: 'red' } },
  });
});

test('what inputs have to fulfil together stands there', () => {
  const one = { code: 'C', inputs: ['parts'], must: 'parts must be lit', remedy: 'light them' };
  const demanding = { ...synthesize(exampleModule).interface, requirements: [one] };

  expect(JSON.parse(interfaceJson(demanding, ''))).toMatchObject({ requirements: [one] });
  expect(JSON.parse(text)).toMatchObject({ requirements: [] });
});

test('an input tells its type, its default and its rules', () => {
  const { inputs } = JSON.parse(text) as { inputs: Record<string, unknown>[] };

  expect(inputs.find(({ name }) => name === 'nick_name')).toEqual({
    name: 'nick_name',
    type: 'string',
    description: 'Another name. Null: none.',
    required: false,
    nullable: true,
    sensitive: false,
    default: null,
    attributes: [],
    rules: [
      {
        code: 'LowerCase',
        limits: { pattern: '^[a-z]+$', longest: 8 },
        must: 'must be 1 to 8 lower-case letters',
        remedy: 'shorten it',
        see: 'https://example.com/names',
      },
    ],
  });
  expect(inputs.find(({ name }) => name === 'thing_name')).not.toHaveProperty('default');
});
