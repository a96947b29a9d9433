import { awsPage } from '../iam/aws-pages';
import { attaches } from '../iam/managed-policies';
import { passesRoles } from '../iam/pass-role';
import { allows, always, is, isNotEmpty } from '../iam/permissions/model';
import { callersGrants } from '../iam/role-policies';
import { trustsOthers, trustsSystemsManager } from '../iam/trust-policy';

const ROLE = always('role/${role_name}');
const OWN = 'aws_iam_role_policy.own';

/** ARN of the role itself, put together so that the first plan shows the policy whole. */
export const OWN_ARN = 'arn:${partition}:iam::${account_id}:role${literally(path)}${role_name}';

/** Who may assume the role. */
export const trust = [
  ...trustsSystemsManager({
    id: 'trust_automation',
    operator: 'ArnLike',
    resource: 'automation-execution/*',
    reason:
      'Automation acts as the role to run the steps of a runbook. The conditions keep it to the executions of your own account; the stars stand for every region, for a role is global, and for every execution.',
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
      reason: 'Runbooks invoke functions of any name; `lambda_function_arns` is the narrow way.',
      see: awsPage.automation,
    },
    ROLE,
  ),
] as const;

/**
 * The inline policy that the module writes itself: one that holds all statements,
 * so that nothing is counted by ARNs that may be unknown until apply.
 *
 * @param itself the role's own ARN, or the placeholder of a local that has it
 */
export const own = (itself = OWN_ARN) => [
  ...passesRoles({
    id: 'pass_itself',
    address: OWN,
    granted_to: ROLE,
    services: 'pass_itself_to_services',
    values: [{ text: '${each.value}', for_each: 'pass_itself_to_services' }],
    roles: always(itself),
    reason: 'A runbook that starts another one hands its own role on.',
    see: awsPage.automation,
  }),
  ...passesRoles({
    id: 'pass_others',
    address: OWN,
    when: [isNotEmpty('pass_role_arns')],
    granted_to: ROLE,
    roles: [{ text: '${each.value}', for_each: 'pass_role_arns' }],
    reason:
      'A runbook gives these roles to what it starts, like the instances of a runbook that launches some.',
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
];

/** All that the role can be given, and by which input. */
export const grants = [...trust, ...managed, ...own(), ...callersGrants(ROLE)];
