import { awsPage } from '../iam/aws-pages';
import { attaches } from '../iam/managed-policies';
import { passesRoles } from '../iam/pass-role';
import { PEOPLE } from '../iam/people';
import { allows, always, is, isEmpty } from '../iam/permissions/model';
import { ACCESS } from './inputs';

const OWN_DOCUMENT = 'arn:${partition}:ssm:*:${account_id}:document';
/** A document of AWS is in no account. */
const DOCUMENT_OF_AWS = 'arn:${partition}:ssm:*::document';

const START = 'ssm:StartAutomationExecution';

export const fullAccess = attaches(
  {
    policy: 'AmazonSSMFullAccess',
    when: [is('access', ACCESS.full)],
    reason:
      'Older editions of the AWS guide give it to people who start automations. It allows everything in Systems Manager and CloudWatch Logs, including commands and sessions: root on every managed node.',
    see: awsPage.automationUsers,
  },
  PEOPLE,
  'aws_iam_user_policy_attachment.full_access',
);

const inPolicy = {
  address: 'aws_iam_policy.this',
  granted_to: PEOPLE,
  see: awsPage.automationUsers,
};
const runs = { ...inPolicy, when: [is('access', ACCESS.automation)] };
const runsAny = { ...runs, when: [...runs.when, isEmpty('documents')], actions: always(START) };

/** Who starts an automation needs it on the runbook and on the execution: IAM asks about both. */
const automations = [
  allows({
    ...runs,
    id: 'start_own_runbooks',
    actions: always(START),
    resources: [{ text: `${OWN_DOCUMENT}/\${each.value}`, for_each: 'documents' }],
    reason: 'Allows starting these runbooks if the account owns them.',
  }),
  allows({
    ...runs,
    id: 'start_runbooks_of_aws',
    actions: always(START),
    resources: [{ text: `${DOCUMENT_OF_AWS}/\${each.value}`, for_each: 'documents' }],
    reason: 'Allows starting these runbooks if AWS owns them. Their ARNs have no account.',
  }),
  allows({
    ...runsAny,
    id: 'start_any_own_runbook',
    resources: always(`${OWN_DOCUMENT}/*`),
    reason:
      'No runbook is named, so any runbook of the account may be started. It can do what the Automation role may do, including running commands on nodes. Runbooks that another account shares may not be started.',
  }),
  allows({
    ...runsAny,
    id: 'start_any_runbook_of_aws',
    resources: always(`${DOCUMENT_OF_AWS}/*`),
    reason:
      'No runbook is named, so any runbook of AWS may be started. It can do what the Automation role may do.',
  }),
  allows({
    ...runs,
    id: 'run_automations',
    actions: always(
      START,
      'ssm:StopAutomationExecution',
      'ssm:GetAutomationExecution',
      'ssm:DescribeAutomationStepExecutions',
      'ssm:SendAutomationSignal',
    ),
    resources: always('arn:${partition}:ssm:*:${account_id}:automation-execution/*'),
    reason:
      "Each start creates an execution, which is stopped, approved and read by its ID. The ID exists only after the start, so this cannot be limited to one person's executions. It covers those of other people and other runbooks in the account.",
  }),
  allows({
    ...runs,
    id: 'list_automations',
    actions: always('ssm:DescribeAutomationExecutions'),
    resources: always('*'),
    reason: 'Lists the executions. IAM defines no resource type for this action.',
    see: awsPage.systemsManagerActions,
  }),
];

const passRole = passesRoles({
  ...inPolicy,
  id: 'pass_automation_role',
  roles: always('${automation_role_arn}'),
  reason:
    'To start an automation with a role, a person must be allowed to pass that role to Systems Manager.',
});

/** The policy that the module writes itself. */
export const own = [...automations, ...passRole];

/** All that the users, groups and roles can be given, and by which input. */
export const grants = [fullAccess, ...own];
