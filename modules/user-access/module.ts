import { defineModule } from '../../generator/module';
import { awsPage } from '../iam/aws-pages';
import { awsProvider } from '../iam/aws-provider';
import { permissionsDomain } from '../iam/permissions/domain';
import { permissionsModel } from '../iam/permissions/permissions-model';
import { cases } from './cases';
import { UserAccess } from './construct';
import { differences } from './differences';
import { grants } from './grants';
import { inputs } from './inputs';
import { requirements } from './requirements';

export const userAccess = defineModule({
  name: 'user-access',
  summary:
    'Lets IAM users, groups and roles see everything in AWS Systems Manager, or use all of it, and pass roles to it.',
  awsPage: awsPage.consoleAccess,
  provider: awsProvider,
  inputs,
  requirements,
  outputs: {
    policyName:
      'Name of the policy that the module creates. Null if it creates none: if `access` is not `read-only` and `pass_role_arns` is empty.',
    policyArn: 'ARN of that policy, or null.',
    policyDocument:
      'The policy as JSON, or null, for example for the inline policy of a permission set. It does not contain AWS managed policies: attach those with `aws_ssoadmin_managed_policy_attachment`.',
  },
  cases,
  differences,
  domain: permissionsDomain(permissionsModel(grants), inputs),
  build: (scope, id, props) => new UserAccess(scope, id, props),
});
