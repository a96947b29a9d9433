import * as roleCases from '../../../../modules/automation-service-role/cases';
import { differsFromPage } from '../../../../modules/automation-service-role/differences';
import { automationServiceRole } from '../../../../modules/automation-service-role/module';
import * as userCases from '../../../../modules/automation-user-access/cases';
import { differsFromPage as userDiffers } from '../../../../modules/automation-user-access/differences';
import { automationUserAccess } from '../../../../modules/automation-user-access/module';
import { ACCOUNT, awsPolicy, ownPolicy } from '../account';
import { ofCase } from './guide';
import type { Page, Procedure } from './guide';

const PAGE = 'https://docs.aws.amazon.com/systems-manager/latest/userguide';

const ROLE = 'AutomationServiceRole';
const AUTOMATION = `arn:aws:iam::${ACCOUNT}:role/${ROLE}`;
const INSTANCES = `arn:aws:iam::${ACCOUNT}:role/ManagedInstances`;
const passes = (role: string): string => `grants: Allow iam:PassRole on ${role}`;

const PROFILE = `profile: ${ROLE}`;
const TRUST_EC2 = 'trusts: Allow sts:AssumeRole to Service ec2.amazonaws.com';
const TRUST_SSM = 'trusts: Allow sts:AssumeRole to Service ssm.amazonaws.com';
const PASS_ROLES = [passes(AUTOMATION), passes(INSTANCES)];
const OTHER_SERVICES = [
  'grants: Allow ec2:CreateSnapshot on *',
  'grants: Allow ec2:DescribeSnapshots on *',
  'grants: Allow s3:GetObject on arn:aws:s3:::own-bucket/*',
  'grants: Allow s3:PutObject on arn:aws:s3:::own-bucket/*',
];

const WHY_PROFILE = differsFromPage.noInstanceProfile.why;
const whyLater = (what: string): string =>
  `${WHY_PROFILE} The module makes the role whole: ${what}`;

/** What the procedures on the role share. */
const onRole = {
  subject: { kind: 'role', name: ROLE },
  block: 'automation',
} as const;

const createRole: Procedure = {
  ...onRole,
  ...ofCase(automationServiceRole, roleCases.createRole, { page: [PROFILE], module: [] }),
  name: 'Automation: create the role',
  scripts: ['create-role.console.sh'],
  left: {
    page: [PROFILE],
    module: [...OTHER_SERVICES, ...PASS_ROLES, TRUST_SSM],
    why: whyLater('inline policies, trust and iam:PassRole are in the procedures below.'),
  },
};

const inlinePolicy: Procedure = {
  ...onRole,
  ...ofCase(automationServiceRole, roleCases.inlinePolicy),
  name: 'Automation: inline policy for other services',
  scripts: ['inline-policy.console.sh'],
  left: {
    page: [PROFILE],
    module: [...PASS_ROLES, TRUST_SSM],
    why: whyLater('trust and iam:PassRole are in the procedures below.'),
  },
};

const trust: Procedure = {
  ...onRole,
  ...ofCase(automationServiceRole, roleCases.trust, {
    page: [TRUST_EC2, TRUST_SSM],
    module: [
      `${TRUST_SSM} if ArnLike aws:SourceArn = arn:aws:ssm:*:${ACCOUNT}:automation-execution/* and StringEquals aws:SourceAccount = ${ACCOUNT}`,
    ],
  }),
  name: 'Automation: trust',
  scripts: ['trust.console.sh'],
  left: {
    page: [PROFILE],
    module: PASS_ROLES,
    why: whyLater('iam:PassRole is in the procedure below.'),
  },
};

const passRole: Procedure = {
  ...onRole,
  ...ofCase(automationServiceRole, roleCases.passRole, {
    page: PASS_ROLES,
    module: [
      `${passes(AUTOMATION)} if StringEquals iam:PassedToService = ssm.amazonaws.com`,
      `${passes(INSTANCES)} if StringEquals iam:PassedToService = ec2.amazonaws.com`,
    ],
  }),
  name: 'Automation: iam:PassRole',
  scripts: ['pass-role.console.sh'],
  left: { page: [PROFILE], module: [], why: WHY_PROFILE },
};

const PASS_POLICY = `attached: ${ownPolicy('SSMAutomationPassRole')}`;
const PASS_AUTOMATION = passes(AUTOMATION);

const EXECUTIONS = `arn:aws:ssm:*:${ACCOUNT}:automation-execution/*`;
/** What people may do instead of everything, as AWS's page prints it today. */
const RUN_ANY = [
  'DescribeAutomationExecutions on *',
  `DescribeAutomationStepExecutions on ${EXECUTIONS}`,
  `GetAutomationExecution on ${EXECUTIONS}`,
  `SendAutomationSignal on ${EXECUTIONS}`,
  `StartAutomationExecution on ${EXECUTIONS}`,
  `StartAutomationExecution on arn:aws:ssm:*:${ACCOUNT}:document/*`,
  'StartAutomationExecution on arn:aws:ssm:*::document/*',
  `StopAutomationExecution on ${EXECUTIONS}`,
];

const userAccess: Procedure = {
  ...ofCase(automationUserAccess, userCases.userAccess, {
    page: [`attached: ${awsPolicy('AmazonSSMFullAccess')}`, PASS_AUTOMATION],
    module: [
      PASS_POLICY,
      ...RUN_ANY.map((what) => `grants: Allow ssm:${what}`),
      `${PASS_AUTOMATION} if StringEquals iam:PassedToService = ssm.amazonaws.com`,
    ],
  }),
  name: 'Automation: user access',
  scripts: ['user-access.console.sh'],
  subject: { kind: 'user', name: 'jane' },
  block: 'users',
  left: { page: [], module: [PASS_POLICY], why: userDiffers.managedPolicy.why },
};

export const page: Page = {
  folder: 'automation',
  title: 'Method 2: Use IAM to Configure Roles for Automation',
  url: `${PAGE}/automation-permissions.html`,
  today: `${PAGE}/automation-setup-iam.html`,
  mended: [
    'The copy of the page had lost the two services of the trust policy. They are filled in from an edition of 2019: ec2.amazonaws.com and ssm.amazonaws.com.',
    'The page has the iam:PassRole policies clicked together: their JSON is what its visual editor and its policy generator write.',
    'The page names neither role nor user nor policy: AutomationServiceRole, jane, S3PutAndGet, EC2Snapshots, PassRole and, for the role of an instance profile, ManagedInstances are ours.',
  ],
  given: 'given.sh',
  procedures: [createRole, inlinePolicy, trust, passRole, userAccess],
};
