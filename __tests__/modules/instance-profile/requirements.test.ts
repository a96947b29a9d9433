import { unmet } from '../../../generator/requirements';
import { instanceProfile } from '../../../modules/instance-profile/module';
import { boundaryNeedsRole, oneRole } from '../../../modules/instance-profile/requirements';
import { blockAt, emittedModule } from '../../fixtures/emitted-module';

const refusal = (createRole: boolean, existingRoleName: string | null) =>
  unmet([oneRole], { createRole, existingRoleName });

test('a role is made, or an existing one is named', () => {
  expect(refusal(true, null)).toEqual([]);
  expect(refusal(false, 'existing')).toEqual([]);
});

test('it is a mistake to do both', () => {
  expect(refusal(true, 'existing')).toEqual([
    {
      code: 'OneRole',
      message:
        'existingRoleName must be given exactly if createRole is false, got "existing" with createRole true; name the role that exists, or let one be made',
    },
  ]);
});

test('it is a mistake to do neither', () => {
  expect(refusal(false, null)).toEqual([
    {
      code: 'OneRole',
      message:
        'existingRoleName must be given exactly if createRole is false, got null with createRole false; name the role that exists, or let one be made',
    },
  ]);
});

test('a boundary of a role that is not made here is a mistake', () => {
  const permissionsBoundary = 'arn:aws:iam::aws:policy/PowerUserAccess';

  expect(unmet([boundaryNeedsRole], { createRole: true, permissionsBoundary })).toEqual([]);
  expect(unmet([boundaryNeedsRole], { createRole: false, permissionsBoundary: null })).toEqual([]);
  expect(unmet([boundaryNeedsRole], { createRole: false, permissionsBoundary })).toEqual([
    {
      code: 'BoundaryWithoutRole',
      message:
        'permissionsBoundary must be null if createRole is false, got "arn:aws:iam::aws:policy/PowerUserAccess"; set the boundary where the role is made',
    },
  ]);
});

test('a plan tests it where something is always attached', () => {
  const { main } = emittedModule(instanceProfile);

  expect(
    blockAt(main, 'resource', 'aws_iam_role_policy_attachment', 'managed', 'lifecycle'),
  ).toEqual({
    ignore_changes: ['policy_arn'],
    precondition: [
      {
        condition: '${var.create_role == (var.existing_role_name == null)}',
        error_message:
          'existing_role_name must be given exactly if create_role is false, got ${jsonencode(var.existing_role_name)} with create_role ${jsonencode(var.create_role)}; name the role that exists, or let one be made [OneRole]',
      },
      {
        condition: '${var.create_role || var.permissions_boundary == null}',
        error_message:
          'permissions_boundary must be null if create_role is false, got ${jsonencode(var.permissions_boundary)}; set the boundary where the role is made [BoundaryWithoutRole]',
      },
    ],
  });
});
