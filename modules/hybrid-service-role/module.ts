import { defineModule } from '../../generator/module';
import { agentBucketFile } from '../iam/agent-buckets';
import { awsPage } from '../iam/aws-pages';
import { awsPolicyFile } from '../iam/aws-policies';
import { awsProvider } from '../iam/aws-provider';
import { permissionsDomain } from '../iam/permissions/domain';
import { permissionsModel } from '../iam/permissions/permissions-model';
import { SESSIONS_SECTION } from '../iam/session-permissions';
import { cases } from './cases';
import { HybridServiceRole } from './construct';
import { differences } from './differences';
import { inputs } from './inputs';
import { grants } from './grants';
import { requirements } from './requirements';

const permissions = permissionsDomain(permissionsModel(grants), inputs);

export const hybridServiceRole = defineModule({
  name: 'hybrid-service-role',
  summary:
    'The IAM role that AWS Systems Manager assumes for servers and VMs outside EC2 (hybrid activations).',
  awsPage: awsPage.hybridServiceRole,
  provider: awsProvider,
  inputs,
  requirements,
  outputs: {
    roleName: 'Name of the role.',
    roleArn: 'ARN of the role.',
    roleUniqueId: 'Stable id of the role, like `AROA...`.',
    activationRoleName:
      'Path and name of the role without the leading slash: the form that `aws_ssm_activation` and CreateActivation take as the IAM role.',
    attachedPolicyArns:
      'ARNs of the attached managed policies, by policy name or by key of `additional_policy_arns`. If a key is the same as a policy name, it takes precedence.',
    inlinePolicyNames: 'Names of all inline policies that the module embeds in the role.',
    s3PolicyNames: 'Names of the S3 access policies; empty if there are none.',
    s3PolicyArns: 'ARNs of the S3 access policies, in the order of their names.',
    s3PolicyDocuments: 'The S3 access policies as JSON documents, in the same order.',
  },
  cases,
  differences,
  domain: { ...permissions, sections: [...permissions.sections, ...SESSIONS_SECTION] },
  dataFiles: [agentBucketFile, awsPolicyFile],
  build: (scope, id, props) => new HybridServiceRole(scope, id, props),
});
