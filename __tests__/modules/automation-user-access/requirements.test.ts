import { unmet } from '../../../generator/requirements';
import { automationUserAccess } from '../../../modules/automation-user-access/module';
import { somebody } from '../../../modules/automation-user-access/requirements';
import { blockAt, emittedModule } from '../../fixtures/emitted-module';

const NOBODY = { users: [], groups: [], roles: [] };

test.each([{ users: ['a'] }, { groups: ['a'] }, { roles: ['a'] }])(
  '%j is somebody',
  (principals) => {
    expect(unmet([somebody], { ...NOBODY, ...principals })).toEqual([]);
  },
);

test('it is a mistake to name nobody', () => {
  expect(unmet([somebody], NOBODY)).toEqual([
    {
      code: 'NoPrincipal',
      message: 'users, groups and roles must not all be empty; name who may run automations',
    },
  ]);
});

test('a plan tests it where the policy is made, and that its services fit into it', () => {
  const { main } = emittedModule(automationUserAccess);

  expect(blockAt(main, 'resource', 'aws_iam_policy', 'pass_role', 'lifecycle')).toEqual({
    precondition: [
      {
        condition: '${length(var.users) + length(var.groups) + length(var.roles) > 0}',
        error_message:
          'users, groups and roles must not all be empty; name who may run automations [NoPrincipal]',
      },
      {
        condition:
          '${alltrue([for arn in local.arns : try(split(":", arn)[1] == local.partition, true)])}',
        error_message: expect.stringMatching(/^automation_role_arn .*\[ArnPartition\]$/) as string,
      },
      {
        condition: '${length(jsonencode(local.pass_role_policy)) <= 6144}',
        error_message:
          'pass_role_services must make a policy of at most 6144 characters; name fewer, or none for any service [PolicySize]',
      },
    ],
  });
});
