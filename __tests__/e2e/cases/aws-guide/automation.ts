import { ACCOUNT, ownPolicy } from '../account';
import type { Page, Procedure } from './guide';

const PAGE = 'https://docs.aws.amazon.com/systems-manager/latest/userguide';

const ROLE = 'AutomationServiceRole';
const INSTANCES = `arn:aws:iam::${ACCOUNT}:role/ManagedInstances`;
const passes = (role: string): string => `grants: Allow iam:PassRole on ${role}`;

const PROFILE = `profile: ${ROLE}`;
const TRUST_EC2 = 'trusts: Allow sts:AssumeRole to Service ec2.amazonaws.com';
const TRUST_SSM = 'trusts: Allow sts:AssumeRole to Service ssm.amazonaws.com';
const PASS_ROLES = [passes(`arn:aws:iam::${ACCOUNT}:role/${ROLE}`), passes(INSTANCES)];
const OTHER_SERVICES = [
  'grants: Allow ec2:CreateSnapshot on *',
  'grants: Allow ec2:DescribeSnapshots on *',
  'grants: Allow s3:GetObject on arn:aws:s3:::own-bucket/*',
  'grants: Allow s3:PutObject on arn:aws:s3:::own-bucket/*',
];

const WHY_PROFILE =
  'The console adds an instance profile to every role that it makes for EC2. Automation does not use it, so the module makes none.';
const whyLater = (what: string): string =>
  `${WHY_PROFILE} The module makes the role whole: ${what}`;

const INLINE_POLICIES = {
  EC2Snapshots: '${file("ec2-snapshots.json")}',
  S3PutAndGet: '${file("s3-put-and-get.json")}',
};

/** What the procedures on the role share. */
const onRole = {
  subject: { kind: 'role', name: ROLE },
  module: 'automation-service-role',
  block: 'automation',
} as const;

const createRole: Procedure = {
  ...onRole,
  name: 'Automation: create the role',
  heading: 'To create an IAM role and allow Automation to assume it',
  scripts: ['create-role.console.sh'],
  inputs: { trust_ec2: true, confused_deputy_protection: false },
  asked: {},
  left: {
    page: [PROFILE],
    module: [...OTHER_SERVICES, ...PASS_ROLES, TRUST_SSM],
    why: whyLater('inline policies, trust and iam:PassRole are in the procedures below.'),
  },
  defaults: { page: [PROFILE], module: [], why: WHY_PROFILE },
};

const inlinePolicy: Procedure = {
  ...onRole,
  name: 'Automation: inline policy for other services',
  heading: 'To embed an inline policy for a service role (IAM Console)',
  scripts: ['inline-policy.console.sh'],
  inputs: { inline_policies: INLINE_POLICIES },
  asked: { inline_policies: INLINE_POLICIES },
  left: {
    page: [PROFILE],
    module: [...PASS_ROLES, TRUST_SSM],
    why: whyLater('trust and iam:PassRole are in the procedures below.'),
  },
  defaults: { page: [], module: [], why: 'The documents are embedded as they are.' },
};

const trust: Procedure = {
  ...onRole,
  name: 'Automation: trust',
  heading: 'To add a trust relationship for Automation',
  scripts: ['trust.console.sh'],
  inputs: { trust_ec2: true, confused_deputy_protection: false },
  asked: {},
  left: {
    page: [PROFILE],
    module: PASS_ROLES,
    why: whyLater('iam:PassRole is in the procedure below.'),
  },
  defaults: {
    page: [TRUST_EC2, TRUST_SSM],
    module: [
      `${TRUST_SSM} if ArnLike aws:SourceArn = arn:aws:ssm:*:${ACCOUNT}:automation-execution/* and StringEquals aws:SourceAccount = ${ACCOUNT}`,
    ],
    why: 'The trust has the conditions against the confused deputy, which AWS prints today: no other account can have Automation use the role. EC2 is not trusted, which AWS took out of the page in 2020: an instance with the role could do all that Automation can.',
  },
};

const passRole: Procedure = {
  ...onRole,
  name: 'Automation: iam:PassRole',
  heading: 'To attach the iam:PassRole policy to your Automation role',
  scripts: ['pass-role.console.sh'],
  inputs: { pass_role_arns: [INSTANCES], pass_role_services: [] },
  asked: { pass_role_arns: [INSTANCES] },
  left: { page: [PROFILE], module: [], why: WHY_PROFILE },
  defaults: {
    page: [passes(INSTANCES)],
    module: [`${passes(INSTANCES)} if StringEquals iam:PassedToService = ec2.amazonaws.com`],
    why: "The role of an instance profile may be passed to EC2 and to no other service, so that a runbook cannot hand its permissions to, say, a Lambda function. The role's right to pass itself has no condition, as on the page.",
  },
};

const PASS_POLICY = `attached: ${ownPolicy('SSMAutomationPassRole')}`;
const PASS_AUTOMATION = passes(`arn:aws:iam::${ACCOUNT}:role/${ROLE}`);
const WHY_POLICY =
  'The right to pass the role is a managed policy of the caller in place of an inline one, so that users, groups and roles can share it.';

const userAccess: Procedure = {
  name: 'Automation: user access',
  heading: 'To configure user access and attach the iam:PassRole policy to a user account',
  scripts: ['user-access.console.sh'],
  subject: { kind: 'user', name: 'jane' },
  module: 'automation-user-access',
  block: 'users',
  inputs: {
    automation_role_arn: '${module.automation.role_arn}',
    users: ['jane'],
    pass_role_services: [],
  },
  asked: { automation_role_arn: '${module.automation.role_arn}', users: ['jane'] },
  left: { page: [], module: [PASS_POLICY], why: WHY_POLICY },
  defaults: {
    page: [PASS_AUTOMATION],
    module: [
      PASS_POLICY,
      `${PASS_AUTOMATION} if StringEquals iam:PassedToService = ssm.amazonaws.com`,
    ],
    why: `${WHY_POLICY} The role may be passed to Systems Manager and to no other service, so that the user cannot give it to an instance or a function of theirs.`,
  },
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
