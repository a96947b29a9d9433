import type { Domain } from '../../generator/domain';
import { link } from '../../generator/readme/markdown';
import { awsPage } from '../iam/aws-pages';
import { permissionsDomain } from '../iam/permissions/domain';
import { permissionsModel } from '../iam/permissions/permissions-model';
import { SESSIONS_SECTION } from '../iam/session-permissions';
import { grants } from './grants';
import { inputs } from './inputs';

const permissions = permissionsDomain(permissionsModel(grants), inputs);

/** What AWS's page begins with today, and what the core policy lets every node read. */
const NEED = [
  '## Do you need an instance profile?',
  `Not always. AWS recommends ${link('Default Host Management Configuration', awsPage.defaultHostManagement)} where it is enough: Systems Manager then manages all EC2 instances of an account in a region without instance profiles. It needs IMDSv2 and SSM Agent 3.2.582.0 or newer. Use an instance profile if some instances need other permissions than the rest. An instance whose profile allows \`ssm:UpdateInstanceInformation\`, as AmazonSSMManagedInstanceCore does, does not use Default Host Management Configuration.`,
  '## What every node can read',
  `AmazonSSMManagedInstanceCore, the default of \`core_policy\`, allows \`ssm:GetParameter\` and \`ssm:GetParameters\` on \`*\`. Every node can read every parameter in Parameter Store, including each \`SecureString\` under the AWS managed key \`aws/ssm\`. For a \`SecureString\` under your own KMS key, a node also needs \`kms:Decrypt\` on that key. To allow less, set \`core_policy = null\` and pass your own policy in \`inline_policies\`. For Session Manager alone, set \`core_policy = "SessionManager"\`.`,
];

export const domain: Domain = {
  ...permissions,
  overview: `Not every instance needs one: see ${link('Do you need an instance profile?', '#do-you-need-an-instance-profile')}`,
  sections: [...permissions.sections, ...NEED, ...SESSIONS_SECTION],
};
