import type { Case } from '../../generator/cases';
import { awsPage } from '../iam/aws-pages';
import { differs } from '../iam/differences';
import { guideBuckets, guideBucketsOfRoleToTheLetter } from '../iam/guide-buckets';
import { differsFromPage } from './differences';
import type { HybridServiceRoleProps } from './inputs';

export const today: Case<HybridServiceRoleProps> = {
  title: 'Servers and VMs outside EC2',
  text: 'With the optional parts of the page: a Microsoft AD directory, the CloudWatch agent, and S3 through a VPC endpoint or with your own bucket. Leave out what you do not use.',
  procedure: 'To create an IAM service role for a hybrid environment',
  see: awsPage.hybridServiceRole,
  inputs: { directoryService: true, cloudwatchAgent: true, ...guideBuckets },
  toTheLetter: { confusedDeputyProtection: false, ...guideBucketsOfRoleToTheLetter },
  differs: [
    differsFromPage.guardedTrust,
    differs.policiesByKind,
    differs.pairs,
    differs.ownersAclOnly,
    differs.listsToRead,
    differs.patchBuckets,
  ],
};

export const older: Case<HybridServiceRoleProps> = {
  title: 'Nothing but the agent',
  text: 'The role with AmazonSSMManagedInstanceCore, the policy that SSM Agent needs.',
  procedure: 'To create an IAM service role',
  see: awsPage.hybridServiceRole,
  inputs: {},
  toTheLetter: { confusedDeputyProtection: false, corePolicy: 'AmazonEC2RoleforSSM' },
  differs: [differsFromPage.guardedTrust, differs.narrowCore],
};

export const cases = [today, older];
