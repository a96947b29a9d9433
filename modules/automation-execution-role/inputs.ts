import { input } from '../../generator/inputs';
import type { Props } from '../../generator/inputs';
import { matches, oneOf } from '../../generator/rules';
import * as type from '../../generator/types';
import { awsPage } from '../iam/aws-pages';
import type { ManagedPolicy } from '../iam/managed-policies';
import { AUTOMATION_ROLES, roleWithPath } from '../iam/names';
import { accountNumber } from '../iam/partition';
import { serviceRoleInputs } from '../iam/service-role';
import { confusedDeputyInput, otherTrustedServices } from '../iam/trust-policy';

const CORE: ManagedPolicy = 'AmazonSSMAutomationRole';

/** What the trust policy has room for beside the Administration role, and then beside both. */
const LONGEST_ADMINISTRATION_ROLE = 256;
const LONGEST_SERVICES = 1_000;

const organizationId = matches({
  pattern: '^o-[a-z0-9]{10,32}$',
  refused: 'r-example',
  code: 'OrganizationId',
  must: 'must be the ID of an organization, "o-" and 10 to 32 lower-case letters and digits',
  remedy: 'copy it from AWS Organizations, like "o-exampleorgid"',
  see: awsPage.organization,
});

export const inputs = {
  administrationAccountId: input.required(type.string, {
    description: 'ID of the AWS account that starts the automations, 12 digits.',
    rules: [accountNumber],
    samples: [
      {
        value: '111122223333',
        makes: {
          'jsondecode(aws_iam_role.this.assume_role_policy).Statement[0].Principal.AWS':
            'arn:aws:iam::111122223333:root',
        },
      },
    ],
  }),
  administrationRoleName: input.withDefault(type.string, AUTOMATION_ROLES.administration, {
    description:
      'Name of the Administration role in that account. If the role has a path, put it before the name, like `team/Example`. No other role in that account may assume the execution role.',
    rules: [roleWithPath(LONGEST_ADMINISTRATION_ROLE, awsPage.principalKeys)],
    samples: [{ value: 'example/Administration' }],
  }),
  organizationId: input.nullable(type.string, {
    description:
      'ID of the organization that the Administration role must belong to, like `o-exampleorgid`. Null accepts any account, in an organization or not.',
    nullIs: 'for any',
    rules: [organizationId],
    samples: [{ value: 'o-exampleorgid' }],
  }),
  ...serviceRoleInputs({
    roleName: AUTOMATION_ROLES.execution,
    description: 'Lets AWS Systems Manager Automation run automations of another account.',
  }),
  ...otherTrustedServices(LONGEST_SERVICES),
  ...confusedDeputyInput,
  corePolicy: input.nullableWithDefault(type.string, CORE, {
    description: `AWS managed policy that lets Automation work: \`${CORE}\`. Null attaches none, for a role whose permissions come from \`inline_policies\` or \`additional_policy_arns\`.`,
    nullIs: 'for none',
    rules: [oneOf([CORE], { code: 'CorePolicy', see: awsPage.automation })],
    samples: [{ value: null }],
  }),
};

export type AutomationExecutionRoleProps = Props<typeof inputs>;
