import { input } from '../../generator/inputs';
import type { Props } from '../../generator/inputs';
import * as type from '../../generator/types';
import { awsPage } from '../iam/aws-pages';
import { AUTOMATION_ROLES, roleWithPath } from '../iam/names';
import { serviceRoleInputs } from '../iam/service-role';
import { untriedConfusedDeputyInput } from '../iam/trust-policy';

/** What Systems Manager takes as ExecutionRoleName. */
const LONGEST_EXECUTION_ROLE = 64;

export const inputs = {
  ...serviceRoleInputs({
    roleName: AUTOMATION_ROLES.administration,
    description: 'Lets AWS Systems Manager Automation run automations in other accounts.',
  }),
  ...untriedConfusedDeputyInput,
  executionRoleName: input.withDefault(type.string, AUTOMATION_ROLES.execution, {
    description:
      'Name of the role that Automation assumes in each target account, after its path if it has one, like `team/Example`. The same in every account.',
    rules: [roleWithPath(LONGEST_EXECUTION_ROLE, awsPage.targetLocation)],
    samples: [{ value: 'example/Execution' }],
  }),
  organizationalUnits: input.withDefault(type.bool, false, {
    description:
      'Let automations target organizational units of AWS Organizations, whose accounts the role then lists.',
  }),
};

export type AutomationAdministrationRoleProps = Props<typeof inputs>;
