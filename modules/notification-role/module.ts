import { defineModule } from '../../generator/module';
import { awsPage } from '../iam/aws-pages';
import { awsPolicyFile } from '../iam/aws-policies';
import { awsProvider } from '../iam/aws-provider';
import { permissionsDomain } from '../iam/permissions/domain';
import { permissionsModel } from '../iam/permissions/permissions-model';
import { cases } from './cases';
import { NotificationRole } from './construct';
import { differences } from './differences';
import { grants } from './grants';
import { inputs } from './inputs';
import { requirements } from './requirements';

export const notificationRole = defineModule({
  name: 'notification-role',
  summary: 'The IAM role with which AWS Systems Manager publishes notifications to SNS topics.',
  awsPage: awsPage.notifications,
  provider: awsProvider,
  inputs,
  requirements,
  outputs: {
    roleName: 'Name of the role.',
    roleArn: 'ARN of the role, for the `ServiceRoleArn` of commands.',
    roleUniqueId: 'Stable id of the role, like `AROA...`.',
    attachedPolicyArns:
      'ARNs of the attached managed policies, by key of `additional_policy_arns`.',
    inlinePolicyNames: 'Names of all inline policies that the module embeds in the role.',
    policyName: 'Name of the inline policy that the module writes.',
    policyDocument: 'The inline policy that the module writes, as JSON.',
  },
  cases,
  differences,
  domain: permissionsDomain(permissionsModel(grants), inputs),
  dataFiles: [awsPolicyFile],
  build: (scope, id, props) => new NotificationRole(scope, id, props),
});
