import { defineModule } from '../../generator/module';
import { agentBucketFile } from '../iam/agent-buckets';
import { awsPage } from '../iam/aws-pages';
import { awsProvider } from '../iam/aws-provider';
import { EXISTING_POLICY } from '../iam/existing-policy';
import { permissionsDomain } from '../iam/permissions/domain';
import { permissionsModel } from '../iam/permissions/permissions-model';
import { cases } from './cases';
import { S3AccessPolicy } from './construct';
import { differences } from './differences';
import { inputs } from './inputs';
import { grants } from './grants';
import { requirements } from './requirements';

const permissions = permissionsDomain(permissionsModel(grants), inputs);

export const s3AccessPolicy = defineModule({
  name: 's3-access-policy',
  summary:
    'The custom IAM policies for the S3 buckets that AWS Systems Manager needs on managed nodes: the agent buckets of AWS, region by region, and buckets of your own.',
  awsPage: awsPage.instanceProfile,
  provider: awsProvider,
  inputs,
  requirements,
  outputs: {
    policies:
      'Kind of policy (`agent`, `agent-2`, `buckets`) => ARN. The kinds are known at plan: attach the policies with `for_each` over this.',
    policyNames: 'Names of the policies, in the order of their ARNs.',
    policyArns: 'ARNs of the policies.',
    policyDocuments: 'The policies as JSON documents, in the order of their ARNs.',
  },
  cases,
  differences,
  domain: { ...permissions, sections: [...permissions.sections, ...EXISTING_POLICY] },
  dataFiles: [agentBucketFile],
  build: (scope, id, props) => new S3AccessPolicy(scope, id, props),
});
