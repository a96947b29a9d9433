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

test('a plan tests it once, where something is always attached', () => {
  const { main } = emittedModule(hybridServiceRole);
  const [first, guarded] = blockAt(
    main,
    'resource',
    'aws_iam_role_policy_attachment',
    'managed',
    'lifecycle',
    'precondition',
  ) as { condition: string; error_message: string }[];

  expect(first?.condition).toBe(
    '${!(each.key == var.core_policy) || (length("${var.path}${var.role_name}") - 1 <= 64)}',
  );
  expect(first?.error_message).toMatch(/\[ActivationRoleName\]$/);
  expect(guarded?.condition).toMatch(/^\$\{!\(each\.key == var\.core_policy\)/);
  expect(guarded?.error_message).toMatch(/\[UnguardedTrust\]$/);
});
