import { awsPage } from '../iam/aws-pages';
import { allows, always, is } from '../iam/permissions/model';
import { callersGrants } from '../iam/role-policies';
import { trustsOthers, trustsSystemsManager } from '../iam/trust-policy';

const ROLE = always('role/${role_name}');
const inOwnPolicy = {
  address: 'aws_iam_role_policy.own',
  granted_to: ROLE,
  see: awsPage.automationAccounts,
};

/** Who may assume the role. */
export const trust = [
  ...trustsSystemsManager({
    id: 'trust_automation',
    operator: 'ArnLike',
    resource: 'automation-execution/*',
    reason:
      'Automation assumes the role to start an automation in other accounts. The conditions limit it to executions in your own account. The stars match every region, since roles are global, and every execution.',
    withoutCondition:
      'Automation assumes the role to start an automation in other accounts. AWS documents no condition for this role.',
    see: awsPage.automationAccounts,
  }),
  trustsOthers(),
];

/** The inline policy that the module writes itself. */
export const own = [
  allows({
    ...inOwnPolicy,
    id: 'assume_execution_role',
    actions: always('sts:AssumeRole'),
    resources: always('arn:${partition}:iam::*:role/${execution_role_name}'),
    reason:
      'Automation assumes the role of this name in each target account. The star matches every account, since the targets are chosen when an automation starts. That role must also trust this role.',
  }),
  allows({
    ...inOwnPolicy,
    id: 'list_accounts',
    when: [is('organizational_units', true)],
    actions: always('organizations:ListAccountsForParent'),
    resources: always('*'),
    reason:
      'Automation lists the accounts of the organizational units that it targets. The star matches every unit, since the targets are chosen when an automation starts.',
  }),
];

/** All that the role can be given, and by which input. */
export const grants = [...trust, ...own, ...callersGrants(ROLE)];
