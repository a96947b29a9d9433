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
      'Name of the role that Automation assumes in each target account. If the role has a path, put it before the name, like `team/Example`. The name must be the same in every account.',
    rules: [roleWithPath(LONGEST_EXECUTION_ROLE, awsPage.targetLocation)],
    samples: [{ value: 'example/Execution' }],
  }),
  organizationalUnits: input.withDefault(type.bool, false, {
    description:
      'Allow the role to list the accounts of organizational units, so that automations can target the units.',
  }),
};

export type AutomationAdministrationRoleProps = Props<typeof inputs>;
