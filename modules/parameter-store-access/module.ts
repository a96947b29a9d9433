import { defineModule } from '../../generator/module';
import { awsPage } from '../iam/aws-pages';
import { awsProvider } from '../iam/aws-provider';
import { cases } from './cases';
import { ParameterStoreAccess } from './construct';
import { differences } from './differences';
import { domain } from './domain';
import { inputs } from './inputs';
import { requirements } from './requirements';

export const parameterStoreAccess = defineModule({
  name: 'parameter-store-access',
  summary:
    'Lets IAM users, groups and roles read, write or administer parameters of AWS Systems Manager Parameter Store, by path or by name.',
  awsPage: awsPage.parameterStore,
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
  domain,
  build: (scope, id, props) => new ParameterStoreAccess(scope, id, props),
});
