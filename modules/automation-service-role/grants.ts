import { awsPage } from '../iam/aws-pages';
import { attaches } from '../iam/managed-policies';
import { passesRoles } from '../iam/pass-role';
import { allows, always, is, isNotEmpty } from '../iam/permissions/model';
import { callersGrants } from '../iam/role-policies';
import { OWN_ARN } from '../iam/service-role';
import { trustsOthers, trustsSystemsManager } from '../iam/trust-policy';

const ROLE = always('role/${role_name}');
const OWN = 'aws_iam_role_policy.own';
const EXECUTIONS = 'automation-execution/*';
const monitors = {
  address: OWN,
  when: [isNotEmpty('cloudwatch_alarm_arns')],
  granted_to: ROLE,
  see: awsPage.automationAlarms,
};

/** Who may assume the role. */
export const trust = [
  ...trustsSystemsManager({
    id: 'trust_automation',
    operator: 'ArnLike',
    resource: EXECUTIONS,
    reason:
      'Automation assumes the role to run the steps of a runbook. The conditions limit it to executions in your own account. The stars match every region, since roles are global, and every execution.',
    see: awsPage.automation,
  }),
  trustsOthers(),
];

/** The policies of AWS. */
export const managed = [
  attaches(
    {
      policy: 'AmazonSSMAutomationRole',
      when: [is('core_policy', 'AmazonSSMAutomationRole')],
      reason:
        'What the runbooks of AWS do: everything in Systems Manager, much in EC2 and CloudFormation on any resource, and SNS topics and Lambda functions named `Automation*`.',
      see: awsPage.automation,
    },
    ROLE,
  ),
  attaches(
    {
      policy: 'AWSLambdaRole',
      when: [is('lambda_role', true)],
      reason:
        'Runbooks invoke functions of any name; prefer `lambda_function_arns`, which names them.',
      see: awsPage.automation,
    },
    ROLE,
  ),
] as const;

/**
 * The inline policy that the module writes itself: one that holds all statements,
 * so that nothing is counted by ARNs that may be unknown until apply.
 */
export const own = [
  ...passesRoles({
    id: 'pass_itself',
    address: OWN,
    granted_to: ROLE,
    services: 'pass_itself_to_services',
    values: [{ text: '${each.value}', for_each: 'pass_itself_to_services' }],
    roles: always(OWN_ARN),
    reason: 'A runbook that starts another runbook passes its own role to it.',
    see: awsPage.automation,
  }),
  ...passesRoles({
    id: 'pass_others',
    address: OWN,
    when: [isNotEmpty('pass_role_arns')],
    granted_to: ROLE,
    roles: [{ text: '${each.value}', for_each: 'pass_role_arns' }],
    reason:
      'A runbook passes these roles to what it starts, such as the instances that it launches.',
    see: awsPage.automation,
  }),
  allows({
    id: 'invoke_functions',
    address: OWN,
    when: [isNotEmpty('lambda_function_arns')],
    granted_to: ROLE,
    actions: always('lambda:InvokeFunction'),
    resources: [{ text: '${each.value}', for_each: 'lambda_function_arns' }],
    reason: 'AmazonSSMAutomationRole reaches functions named `Automation*` only.',
    see: awsPage.automation,
  }),
  allows({
    ...monitors,
    id: 'read_alarms',
    actions: always('cloudwatch:DescribeAlarms'),
    resources: [{ text: '${each.value}', for_each: 'cloudwatch_alarm_arns' }],
    reason: 'An execution reads the state of the alarm that it monitors.',
  }),
  allows({
    ...monitors,
    id: 'stop_executions',
    actions: always('ssm:StopAutomationExecution'),
    resources: always(`arn:\${partition}:ssm:*:\${account_id}:${EXECUTIONS}`),
    reason:
      'An execution stops when its alarm goes off. Its ID exists only after the start, so the stars match every execution of the account, in every region, since roles are global.',
  }),
];

/** All that the role can be given, and by which input. */
export const grants = [...trust, ...managed, ...own, ...callersGrants(ROLE)];
