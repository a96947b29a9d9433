import { defineModule } from '../../generator/module';
import { agentBucketFile } from '../iam/agent-buckets';
import { awsPage } from '../iam/aws-pages';
import { awsPolicyFile } from '../iam/aws-policies';
import { awsProvider } from '../iam/aws-provider';
import { cases } from './cases';
import { InstanceProfile } from './construct';
import { differences } from './differences';
import { domain } from './domain';
import { inputs } from './inputs';
import { requirements } from './requirements';

export const instanceProfile = defineModule({
  name: 'instance-profile',
  summary:
    'The IAM role and instance profile of EC2 instances that AWS Systems Manager manages, or the same permissions added to an existing role.',
  awsPage: awsPage.instanceProfile,
  provider: awsProvider,
  inputs,
  requirements,
  outputs: {
    roleName: 'Name of the role, created or existing.',
    roleArn: 'ARN of the role; null if `create_role` is false.',
    roleUniqueId: 'Stable id of the role, like `AROA...`; null if `create_role` is false.',
    attachedPolicyArns:
      'ARNs of the attached managed policies, by policy name or by key of `additional_policy_arns`. If a key is the same as a policy name, it takes precedence.',
    inlinePolicyNames: 'Names of all inline policies that the module embeds in the role.',
    s3PolicyNames: 'Names of the S3 access policies; empty if there are none.',
    s3PolicyArns: 'ARNs of the S3 access policies, in the order of their names.',
    s3PolicyDocuments: 'The S3 access policies as JSON documents, in the same order.',
    instanceProfileName: 'Name of the instance profile. Null if none is created.',
    instanceProfileArn: 'ARN of the instance profile; null if none is created.',
  },
  cases,
  differences,
  domain,
  dataFiles: [agentBucketFile, awsPolicyFile],
  build: (scope, id, props) => new InstanceProfile(scope, id, props),
});
