import { expr } from '../../generator/expression';
import { Construct } from 'constructs';
import { input } from '../../generator/inputs';
import { synthesize } from '../../generator/interface';
import * as type from '../../generator/types';
import { exampleModule } from '../fixtures/example-module';

const { interface: model } = synthesize(exampleModule);

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
