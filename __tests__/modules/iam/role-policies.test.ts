import { always, is } from '../../../modules/iam/permissions/model';
import { callersGrants } from '../../../modules/iam/role-policies';

test('a boundary is set only where the module makes the role', () => {
  const [, , boundary] = callersGrants(always('role/x'), [is('create_role', true)]);

  expect(boundary).toMatchObject({
    kind: 'boundary',
    when: [{ value: 'permissions_boundary', test: 'is-not' }, is('create_role', true)],
  });
});
