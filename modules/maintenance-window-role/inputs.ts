import { input } from '../../generator/inputs';
import type { Props } from '../../generator/inputs';
import { notNull } from '../../generator/null-rules';
import { each } from '../../generator/rules';
import * as type from '../../generator/types';
import { lambdaFunctionArn, roleArn, stateMachineArn } from '../iam/arns';
import { serviceRoleInputs } from '../iam/service-role';
import { untriedConfusedDeputyInput } from '../iam/trust-policy';

const none: readonly string[] = [];

export const inputs = {
  ...serviceRoleInputs({
    roleName: 'SSMMaintenanceWindowRole',
    description: 'Lets AWS Systems Manager run the tasks of maintenance windows.',
  }),
  ...untriedConfusedDeputyInput,
  runCommand: input.withDefault(type.bool, true, {
    description:
      'Allow Run Command tasks, and finding their targets by tag or resource group. This also allows reading every parameter of the account, because the values of a task can name parameters.',
  }),
  automation: input.withDefault(type.bool, false, {
    description:
      'Allow Automation tasks: start any runbook of AWS and of the account. What the runbooks do comes from `inline_policies` or `additional_policy_arns`, or from a role in `pass_role_arns`. To find targets by tag or resource group, tasks also need `run_command`.',
  }),
  lambdaFunctionArns: input.withDefault(type.set(type.string), none, {
    description:
      'ARNs of the Lambda functions that tasks may invoke. A task that names a version or an alias needs the ARN with that qualifier.',
    rules: [each(notNull(lambdaFunctionArn))],
    samples: [{ value: ['arn:aws:lambda:us-east-2:123456789012:function:example'] }],
  }),
  stateMachineArns: input.withDefault(type.set(type.string), none, {
    description: 'ARNs of the Step Functions state machines that tasks may start.',
    rules: [each(notNull(stateMachineArn))],
    samples: [{ value: ['arn:aws:states:us-east-2:123456789012:stateMachine:example'] }],
  }),
  passRoleArns: input.withDefault(type.set(type.string), none, {
    description:
      'ARNs of more roles that tasks may pass to Systems Manager, such as the role that publishes notifications and the roles that runbooks assume. The role may always pass itself.',
    rules: [each(notNull(roleArn))],
    samples: [{ value: ['arn:aws:iam::123456789012:role/Example'] }],
  }),
};

export type MaintenanceWindowRoleProps = Props<typeof inputs>;
