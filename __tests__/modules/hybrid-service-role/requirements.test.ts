import { unmet } from '../../../generator/requirements';
import { hybridServiceRole } from '../../../modules/hybrid-service-role/module';
import { activationRoleName } from '../../../modules/hybrid-service-role/requirements';
import { blockAt, emittedModule } from '../../fixtures/emitted-module';

const refusal = (path: string, roleName: string) => unmet([activationRoleName], { path, roleName });

test.each([
  ['a name of 64 characters', '/', 'a'.repeat(64)],
  ['a path and a name of 64 characters together', '/service-role/', 'a'.repeat(51)],
])('an activation takes %s', (_, path, name) => {
  expect(`${path}${name}`.slice(1)).toHaveLength(64);
  expect(refusal(path, name)).toEqual([]);
});

test('an activation does not take one more', () => {
  const name = 'a'.repeat(52);

  expect(refusal('/service-role/', name)).toEqual([
    {
      code: 'ActivationRoleName',
      message: `path and roleName must be at most 64 characters together, without the leading "/"; shorten one: an activation takes no more`,
    },
  ]);
});

test('a plan tests it, whatever the role is given', () => {
  const { outputs } = emittedModule(hybridServiceRole);
  const demanded = blockAt(outputs, 'output', 'role_name', 'precondition') as {
    condition: string;
    error_message: string;
  }[];

  expect(demanded).toContainEqual({
    condition: '${length("${var.path}${var.role_name}") - 1 <= 64}',
    error_message: expect.stringMatching(/\[ActivationRoleName\]$/) as string,
  });
});
