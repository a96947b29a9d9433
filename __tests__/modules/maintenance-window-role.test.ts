import { readInputs } from '../../generator/terraform-inputs';
import { explain } from '../../modules/iam/permissions/explain';
import { permissionsOf } from '../../modules/iam/permissions/domain';
import { MaintenanceWindowRole } from '../../modules/maintenance-window-role/construct';
import { maintenanceWindowRole } from '../../modules/maintenance-window-role/module';
import { emittedStack } from '../fixtures/emitted-stack';
import { temporaryFolders } from '../fixtures/temporary-folder';

const newFolder = temporaryFolders();

/** The actions of a policy that AWS prints, by the switch that they come with. */
const ACTIONS = {
  run_command: [
    'resource-groups:ListGroupResources',
    'resource-groups:ListGroups',
    'ssm:CancelCommand',
    'ssm:DescribeInstanceInformation',
    'ssm:GetCommandInvocation',
    'ssm:GetParameters',
    'ssm:ListCommandInvocations',
    'ssm:ListCommands',
    'ssm:ListTagsForResource',
    'ssm:SendCommand',
    'tag:GetResources',
  ],
  automation: ['ssm:GetAutomationExecution', 'ssm:StartAutomationExecution'],
};

/** What tasks may do with some inputs, without passing the role itself. */
function actionsWith(inputs: Readonly<Record<string, unknown>>): string[] {
  const scope = readInputs(maintenanceWindowRole, { partition: 'aws', ...inputs });
  const grants = explain(permissionsOf(maintenanceWindowRole.domain), scope);
  const actions = grants.flatMap((grant) =>
    grant.kind === 'statement' && grant.id !== 'pass_itself' ? (grant.actions ?? []) : [],
  );
  return [...new Set(actions)].sort();
}

test.each([
  [{}, ACTIONS.run_command],
  [{ run_command: false }, []],
  [{ run_command: false, automation: true }, ACTIONS.automation],
])('with %j tasks may do what AWS prints for their type, and nothing else', (inputs, actions) => {
  expect(actionsWith(inputs)).toEqual(actions);
});

test.each([
  [{ lambdaFunctionArns: ['restart'] }, '[LambdaFunctionArn]'],
  [{ stateMachineArns: ['*'] }, '[StateMachineArn]'],
  [{ passRoleArns: ['*'] }, '[RoleArn]'],
  [
    {
      inlinePolicies: {
        SSMMaintenanceWindowPermissions:
          '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*"}}',
      },
    },
    '[InlinePolicyName]',
  ],
])('a mistake in %j is refused', (props, code) => {
  const build = () =>
    emittedStack(newFolder(), (stack) => new MaintenanceWindowRole(stack, 'windows', props));

  expect(build).toThrow(code);
});
