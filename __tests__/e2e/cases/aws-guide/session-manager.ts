import * as cases from '../../../../modules/instance-profile/cases';
import { differs } from '../../../../modules/iam/differences';
import { instanceProfile } from '../../../../modules/instance-profile/module';
import { ACCOUNT, ownPolicy } from '../account';
import type { Difference } from '../../harness/iam-content';
import { ofCase } from './guide';
import type { Page } from './guide';

const URL =
  'https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-create-iam-instance-profile.html';

const GROUP = `arn:aws:logs:us-east-2:${ACCOUNT}:log-group:sessions`;
const REGISTERS = 'grants: Allow ssm:UpdateInstanceInformation on';

const MINIMAL: Difference = {
  page: [`attached: ${ownPolicy('SessionManagerPermissions')}`, `${REGISTERS} *`],
  module: [`${REGISTERS} arn:aws:ec2:*:*:instance/*`],
};

const LOGGING: Difference = {
  page: [
    `attached: ${ownPolicy('SessionLogs')}`,
    'grants: Allow kms:GenerateDataKey on *',
    'grants: Allow logs:CreateLogStream on *',
    'grants: Allow logs:DescribeLogStreams on *',
    'grants: Allow logs:PutLogEvents on *',
    'grants: Allow s3:GetEncryptionConfiguration on *',
    `${REGISTERS} *`,
  ],
  module: [
    `attached: ${ownPolicy('SessionLogsS3Policy-buckets')}`,
    `grants: Allow logs:CreateLogStream on ${GROUP}:log-stream:*`,
    `grants: Allow logs:DescribeLogStreams on ${GROUP}`,
    `grants: Allow logs:DescribeLogStreams on ${GROUP}:*`,
    `grants: Allow logs:PutLogEvents on ${GROUP}:log-stream:*`,
    'grants: Allow s3:GetEncryptionConfiguration on arn:aws:s3:::own-bucket',
    `${REGISTERS} arn:aws:ec2:*:*:instance/*`,
  ],
};

export const page: Page = {
  folder: 'session-manager',
  title: 'Create a custom IAM role for Session Manager',
  url: URL,
  today: URL,
  mended: ['The page calls both roles MySessionManagerRole: SessionLogs is ours.'],
  procedures: [
    {
      ...ofCase(instanceProfile, cases.sessionsAlone, MINIMAL),
      name: 'Session Manager: minimal permissions',
      scripts: ['minimal.console.sh'],
      subject: { kind: 'role', name: 'MySessionManagerRole' },
      block: 'sessions',
      left: { ...MINIMAL, why: `${differs.registersItsKind.why} ${differs.inlineSessions.why}` },
    },
    {
      ...ofCase(instanceProfile, cases.sessionLogs, LOGGING),
      name: 'Session Manager: S3 and CloudWatch Logs',
      scripts: ['logging.console.sh'],
      subject: { kind: 'role', name: 'SessionLogs' },
      block: 'session_logs',
      left: {
        ...LOGGING,
        why: cases.sessionLogs.differs.map(({ why }) => why).join(' '),
      },
    },
  ],
};
