import { defineModule } from '../../generator/module';
import { awsPage } from '../iam/aws-pages';
import { awsProvider } from '../iam/aws-provider';
import { EXISTING_POLICY } from '../iam/existing-policy';
import { permissionsDomain } from '../iam/permissions/domain';
import { permissionsModel } from '../iam/permissions/permissions-model';
import { cases } from './cases';
import { SessionManagerUserAccess } from './construct';
import { differences } from './differences';
import { grants } from './grants';
import { inputs } from './inputs';
import { requirements } from './requirements';

const permissions = permissionsDomain(permissionsModel(grants), inputs);

export const sessionManagerUserAccess = defineModule({
  name: 'session-manager-user-access',
  summary:
    'Lets IAM users, groups and roles start AWS Systems Manager Session Manager sessions on the nodes that you name.',
  awsPage: awsPage.sessionUsers,
  provider: awsProvider,
  inputs,
  requirements,
  outputs: {
    policyName: 'Name of the policy that the module creates.',
    policyArn: 'ARN of the policy that the module creates.',
    policyDocument: 'The policy as JSON, for example for the inline policy of a permission set.',
  },
  cases,
  differences,
  domain: { ...permissions, sections: [...permissions.sections, ...EXISTING_POLICY] },
  build: (scope, id, props) => new SessionManagerUserAccess(scope, id, props),
});
