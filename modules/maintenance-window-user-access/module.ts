import { defineModule } from '../../generator/module';
import { awsPage } from '../iam/aws-pages';
import { awsProvider } from '../iam/aws-provider';
import { EXISTING_POLICY } from '../iam/existing-policy';
import { permissionsDomain } from '../iam/permissions/domain';
import { permissionsModel } from '../iam/permissions/permissions-model';
import { cases } from './cases';
import { MaintenanceWindowUserAccess } from './construct';
import { differences } from './differences';
import { grants } from './grants';
import { inputs } from './inputs';
import { requirements } from './requirements';

const permissions = permissionsDomain(permissionsModel(grants), inputs);

export const maintenanceWindowUserAccess = defineModule({
  name: 'maintenance-window-user-access',
  summary:
    'Lets IAM users, groups and roles register tasks of AWS Systems Manager maintenance windows that run as your service role.',
  awsPage: awsPage.maintenanceWindows,
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
  build: (scope, id, props) => new MaintenanceWindowUserAccess(scope, id, props),
});
