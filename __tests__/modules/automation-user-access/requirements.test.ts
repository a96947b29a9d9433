import { unmet } from '../../../generator/requirements';
import { automationUserAccess } from '../../../modules/automation-user-access/module';
import { limitsSomething } from '../../../modules/automation-user-access/requirements';
import { blockAt, emittedModule } from '../../fixtures/emitted-module';

const RUNBOOKS = ['AWS-RestartEC2Instance'];

test.each([
  { documents: RUNBOOKS, access: 'automation' },
  { documents: [], access: 'automation' },
  { documents: [], access: 'full' },
  { documents: [], access: null },
])('%j goes together', (given) => {
  expect(unmet([limitsSomething], given)).toEqual([]);
});

test.each(['full', null])('it is a mistake to name runbooks with the access %j', (access) => {
  expect(unmet([limitsSomething], { documents: RUNBOOKS, access })).toEqual([
    {
      code: 'DocumentsUnused',
      message:
        'documents must be empty unless access is "automation"; leave them out, or choose that access',
    },
  ]);
});

test('a plan tests it where the policy is made, and that what is named fits into it', () => {
  const { main } = emittedModule(automationUserAccess);

  expect(blockAt(main, 'resource', 'aws_iam_policy', 'pass_role', 'lifecycle')).toEqual({
    precondition: [
      {
        condition: '${var.access == "automation" || length(var.documents) == 0}',
        error_message:
          'documents must be empty unless access is "automation"; leave them out, or choose that access [DocumentsUnused]',
      },
      {
        condition:
          '${!contains([for arn in local.arns : try(split(":", arn)[1] == local.partition, true)], false)}',
        error_message: expect.stringMatching(/^automation_role_arn .*\[ArnPartition\]$/) as string,
      },
      {
        condition: '${length(jsonencode(local.access_policy)) <= 6144}',
        error_message:
          'documents and pass_role_services must make a policy of at most 6144 characters; name fewer, or share them out to several calls of the module [PolicySize]',
      },
    ],
  });
});
