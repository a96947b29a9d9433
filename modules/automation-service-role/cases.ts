import type { Case } from '../../generator/cases';
import { awsPage } from '../iam/aws-pages';
import { differsFromPage as differs } from './differences';
import type { AutomationServiceRoleProps } from './inputs';

const SNAPSHOTS = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Action: 'ec2:CreateSnapshot', Resource: '*' },
    { Effect: 'Allow', Action: 'ec2:DescribeSnapshots', Resource: '*' },
  ],
});

const OBJECTS = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Action: ['s3:PutObject', 's3:GetObject'],
      Resource: 'arn:aws:s3:::own-bucket/*',
    },
  ],
});

const ALARMS = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Action: ['cloudwatch:DescribeAlarms', 'ssm:StopAutomationExecution'],
      Resource: '*',
    },
  ],
});

/** The page trusted both services, and no condition went with them. */
const OLDER_TRUST: AutomationServiceRoleProps = {
  trustedServices: ['ec2.amazonaws.com'],
  confusedDeputyProtection: false,
};

export const createRole: Case<AutomationServiceRoleProps> = {
  title: 'The role',
  text: 'The role with AmazonSSMAutomationRole, which Automation alone may assume and which may pass itself on.',
  procedure: 'To create an IAM role and allow Automation to assume it',
  see: awsPage.automation,
  inputs: {},
  toTheLetter: OLDER_TRUST,
  differs: [differs.noInstanceProfile],
};

export const inlinePolicy: Case<AutomationServiceRoleProps> = {
  title: 'Runbooks that use other services',
  text: 'What the runbooks need beyond AmazonSSMAutomationRole. The documents are embedded as they are.',
  procedure: 'To embed an inline policy for a service role (IAM Console)',
  see: awsPage.automation,
  inputs: { inlinePolicies: { EC2Snapshots: SNAPSHOTS, S3PutAndGet: OBJECTS } },
  differs: [],
};

export const trust: Case<AutomationServiceRoleProps> = {
  title: 'The trust relationship',
  text: 'There is nothing to add: Automation may assume the role from the first.',
  procedure: 'To add a trust relationship for Automation',
  see: awsPage.automation,
  inputs: {},
  toTheLetter: OLDER_TRUST,
  differs: [differs.guardedTrust, differs.noEc2],
};

export const passRole: Case<AutomationServiceRoleProps> = {
  title: 'Runbooks that attach instance profiles',
  text: 'Name the roles of the instance profiles; the role may pass itself without being named.',
  procedure: 'To attach the iam:PassRole policy to your Automation role',
  see: awsPage.automation,
  inputs: { passRoleArns: ['arn:aws:iam::123456789012:role/ManagedInstances'] },
  toTheLetter: { passRoleServices: [], passItselfToServices: [] },
  differs: [differs.passToEc2Only, differs.passItselfToSystemsManagerOnly, differs.onePolicy],
};

export const alarms: Case<AutomationServiceRoleProps> = {
  title: 'Executions that monitor a CloudWatch alarm',
  text: 'Name the alarms. An execution stops when its alarm goes off.',
  procedure: 'Before you begin',
  see: awsPage.automationAlarms,
  inputs: { cloudwatchAlarmArns: ['arn:aws:cloudwatch:us-east-2:123456789012:alarm:web-errors'] },
  toTheLetter: { cloudwatchAlarmArns: [], inlinePolicies: { CloudWatchAlarms: ALARMS } },
  differs: [differs.namedAlarms],
};

export const cases = [createRole, inlinePolicy, trust, passRole, alarms];
