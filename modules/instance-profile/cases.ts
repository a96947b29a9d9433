import type { Case } from '../../generator/cases';
import { awsPage } from '../iam/aws-pages';
import { differs } from '../iam/differences';
import { guideBuckets, guideBucketsOfRoleToTheLetter } from '../iam/guide-buckets';
import { differsFromPage } from './differences';
import type { InstanceProfileProps } from './inputs';

/** With the parts that the page has as options. */
const OPTIONS: InstanceProfileProps = {
  directoryService: true,
  cloudwatchAgent: true,
  ...guideBuckets,
};

const OPTIONS_DIFFER = [
  differs.policiesByKind,
  differs.pairs,
  differs.ownersAclOnly,
  differs.listsToRead,
  differs.patchBuckets,
  differsFromPage.ownS3Policy,
];

export const newRole: Case<InstanceProfileProps> = {
  title: 'A new role',
  text: 'With the optional parts of the page: a Microsoft AD directory, the CloudWatch agent, and S3 through a VPC endpoint or with your own bucket. Leave out what you do not use.',
  procedure: 'To create an instance profile for Systems Manager managed instances (console)',
  see: awsPage.instanceProfile,
  inputs: OPTIONS,
  toTheLetter: guideBucketsOfRoleToTheLetter,
  differs: OPTIONS_DIFFER,
};

export const existingRole: Case<InstanceProfileProps> = {
  title: 'A role that exists',
  text: 'The same permissions, added to a role that instances have already. Its trust and its other policies stay as they are.',
  procedure:
    'To add instance profile permissions for Systems Manager to an existing role (console)',
  see: awsPage.instanceProfile,
  inputs: {
    createRole: false,
    existingRoleName: 'WebServers',
    ...OPTIONS,
  },
  toTheLetter: guideBucketsOfRoleToTheLetter,
  differs: OPTIONS_DIFFER,
};

export const olderNewRole: Case<InstanceProfileProps> = {
  title: 'A new role with nothing but the agent',
  text: 'The role with AmazonSSMManagedInstanceCore, the policy that SSM Agent needs.',
  procedure: 'Create an instance profile for Systems Manager managed instances',
  see: awsPage.instanceProfile,
  inputs: { roleName: 'ManagedInstances' },
  toTheLetter: { corePolicy: 'AmazonEC2RoleforSSM' },
  differs: [differs.narrowCore],
};

export const olderExistingRole: Case<InstanceProfileProps> = {
  title: 'A role that exists, with nothing but the agent',
  text: 'The same permission, added to a role that instances have already.',
  procedure:
    'Add instance profile permissions for Systems Manager managed instances to an existing role',
  see: awsPage.instanceProfile,
  inputs: { createRole: false, existingRoleName: 'Reporting' },
  toTheLetter: { corePolicy: 'AmazonEC2RoleforSSM' },
  differs: [differs.narrowCore],
};

const SESSION_KEY = 'arn:aws:kms:us-east-2:123456789012:key/key-name';

export const sessionsAlone: Case<InstanceProfileProps> = {
  title: 'Session Manager and nothing else',
  text: 'The least that Session Manager works with, and the key that encrypts session data. Leave the key out if there is none.',
  procedure: 'To create an instance profile with minimal Session Manager permissions (console)',
  see: awsPage.sessionManagerRole,
  inputs: {
    roleName: 'MySessionManagerRole',
    corePolicy: 'SessionManager',
    sessionKmsKeyArns: [SESSION_KEY],
  },
  differs: [differs.registersItsKind, differs.inlineSessions],
};

export const sessionLogs: Case<InstanceProfileProps> = {
  title: 'Session Manager with logs',
  text: 'Sessions whose logs go to a bucket and to a log group.',
  procedure:
    'To create an IAM role with permissions for Session Manager and Amazon S3 and CloudWatch Logs (console)',
  see: awsPage.sessionManagerRole,
  inputs: {
    roleName: 'SessionLogs',
    corePolicy: 'SessionManager',
    sessionKmsKeyArns: [SESSION_KEY],
    sessionLogGroupArns: ['arn:aws:logs:us-east-2:123456789012:log-group:sessions'],
    s3Buckets: [{ name: 'own-bucket', prefix: 's3-prefix', access: 'write' }],
  },
  differs: [
    differs.registersItsKind,
    differs.namedLogGroups,
    differs.namedLogBuckets,
    differs.inlineSessions,
  ],
};

export const cases = [
  newRole,
  existingRole,
  olderNewRole,
  olderExistingRole,
  sessionsAlone,
  sessionLogs,
];
