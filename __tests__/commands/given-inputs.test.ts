import { join } from 'node:path';
import { givenInputs } from '../../commands/given-inputs';
import type { GivenInputs } from '../../commands/given-inputs';
import { input } from '../../generator/inputs';
import * as type from '../../generator/types';
import { fill } from '../fixtures/folder-contents';
import { temporaryFolders } from '../fixtures/temporary-folder';

const newFolder = temporaryFolders();

const inputs = {
  roleName: input.required(type.string, { description: 'd' }),
  isNew: input.required(type.bool, { description: 'd' }),
  regions: input.required(type.set(type.string), { description: 'd' }),
};
const given = async (...options: readonly GivenInputs[]): Promise<unknown> =>
  givenInputs(inputs, options);

test('a variable is a text if its input is a scalar, and an expression otherwise', async () => {
  expect(
    await given(
      { variable: 'role_name=["a"]' },
      { variable: 'is_new=true' },
      { variable: 'regions=["us-east-2", "a=b"]' },
    ),
  ).toEqual({ role_name: '["a"]', is_new: 'true', regions: ['us-east-2', 'a=b'] });
});

test('a variable may be empty, hold "=" and be unknown', async () => {
  expect(await given({ variable: 'role_name=' }, { variable: 'roleName=a=b' })).toEqual({
    role_name: '',
    roleName: 'a=b',
  });
});

test('of two values for one input the later counts, wherever they come from', async () => {
  const folder = newFolder();
  fill(folder, {
    'a.tfvars': 'role_name = "a"\nis_new = true',
    'b.tfvars.json': '{"role_name": "b"}',
  });
  const [a, b] = ['a.tfvars', 'b.tfvars.json'].map((name) => ({ file: join(folder, name) }));

  if (a === undefined || b === undefined) {
    throw new Error('unreachable');
  }
  expect(await given(a, b)).toEqual({ role_name: 'b', is_new: true });
  expect(await given(b, a)).toEqual({ role_name: 'a', is_new: true });
  expect(await given(a, { variable: 'role_name=v' }, b)).toMatchObject({ role_name: 'b' });
});

test.each([
  ['role_name', /^--var must have the form name=value, got "role_name"; .* \[VarForm\]$/],
  ['=x', /\[VarForm\]$/],
  [
    'regions=us-east-2',
    /^--var: regions must be a literal, got the expression .* \[VariableExpression\]$/,
  ],
  ['regions=["a"', /^--var must hold variables .* \[VariableFile\]$/],
])('refused is --var %s', async (variable, message) => {
  await expect(given({ variable })).rejects.toThrow(message);
});
