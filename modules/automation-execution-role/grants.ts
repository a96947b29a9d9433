import { awsPage } from '../iam/aws-pages';
import { attaches } from '../iam/managed-policies';
import { allows, always, is, isNot } from '../iam/permissions/model';
import { callersGrants } from '../iam/role-policies';
import { OWN_ARN } from '../iam/service-role';
import { SSM, trusts, trustsOthers, trustsSystemsManager } from '../iam/trust-policy';

const ROLE = always('role/${role_name}');
const ADMINISTRATION = 'arn:${partition}:iam::${administration_account_id}';
const see = awsPage.automationAccounts;

const isAdministrationRole = {
  operator: 'ArnEquals',
  key: 'aws:PrincipalArn',
  values: always(`${ADMINISTRATION}:role/\${administration_role_name}`),
};
const administrationRole = {
  accounts: always(`${ADMINISTRATION}:root`),
  see,
};

/** Who may assume the role. */
export const trust = [
  trusts({
    ...administrationRole,
    id: 'trust_administration_role',
    when: [is('organization_id', null)],
    conditions: [isAdministrationRole],
    reason:
      'The Administration role assumes the role to start an automation in this account. The condition limits the account to that role, by its name.',
  }),
  trusts({
    ...administrationRole,
    id: 'trust_administration_role_of_organization',
    when: [isNot('organization_id', null)],
    conditions: [
      isAdministrationRole,
      { operator: 'StringEquals', key: 'aws:PrincipalOrgID', values: always('${organization_id}') },
    ],
    reason:
      'The Administration role assumes the role to start an automation in this account. The conditions limit the account to that role, by its name, and only while the account is in the organization.',
  }),
  ...trustsSystemsManager({
    id: 'trust_automation',
    operator: 'ArnLike',
    resource: 'automation-execution/*',
    reason:
      'Automation assumes the role to run the steps of a runbook. The conditions limit it to executions in this account. The stars match every region, since roles are global, and every execution.',
    see: awsPage.confusedDeputy,
  }),
  trustsOthers(),
];

/** The policy of AWS. */
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
] as const;

const inOwnPolicy = { address: 'aws_iam_role_policy.own', granted_to: ROLE, see };

/** The inline policy that the module writes itself. */
export const own = [
  allows({
    ...inOwnPolicy,
    id: 'list_group_resources',
    actions: always('resource-groups:ListGroupResources'),
    resources: always('arn:${partition}:resource-groups:*:${account_id}:group/*'),
    reason:
      'Automation finds the targets in a resource group. The stars match every group of the account, in every region, since the target is chosen when an automation starts. A group based on a CloudFormation stack may need `cloudformation:DescribeStacks` and `cloudformation:ListStackResources` too; grant them with `inline_policies`.',
    see: awsPage.resourceGroupsActions,
  }),
  allows({
    ...inOwnPolicy,
    id: 'find_targets',
    actions: always('tag:GetResources', 'ec2:DescribeInstances'),
    resources: always('*'),
    reason: 'Automation finds the targets by their tags. IAM defines no resource type for this.',
  }),
  allows({
    ...inOwnPolicy,
    id: 'pass_itself',
    actions: always('iam:PassRole'),
    resources: always(OWN_ARN),
    conditions: [{ operator: 'StringEquals', key: 'iam:PassedToService', values: always(SSM) }],
    reason: 'The Administration role starts an automation in this account that runs as the role.',
  }),
];

/** All that the role can be given, and by which input. */
export const grants = [...trust, ...managed, ...own, ...callersGrants(ROLE)];
