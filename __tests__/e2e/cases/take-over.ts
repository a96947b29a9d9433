import { ACCOUNT, CENTRAL_ACCOUNT } from './account';
import * as automation from './aws-guide/automation';
import * as automationAccounts from './aws-guide/automation-accounts';
import * as hosts from './aws-guide/default-host-management';
import type { Page } from './aws-guide/guide';
import * as hybrid from './aws-guide/hybrid-service-role';
import * as instanceProfile from './aws-guide/instance-profile';
import * as windowUsers from './aws-guide/maintenance-window-users';
import * as windows from './aws-guide/maintenance-windows';
import * as notifications from './aws-guide/notifications';

/** The pages that make what the examples import. */
export const MADE: readonly Page[] = [
  automation.page,
  automationAccounts.page,
  hosts.page,
  hybrid.page,
  instanceProfile.page,
  notifications.page,
  windows.consolePage,
  windowUsers.page,
];

/** What a plan does beside importing: `+` creates, others change an attribute or a permission in it. */
export type Told = readonly string[];

/** An example, and what AWS's documents make its plan do. */
export interface TakeOver {
  /** As it is shipped. */
  readonly shipped: Told;
  /** Inputs that ask for what the guide has, in HCL. */
  readonly letter: string;
  /** What no input makes equal. */
  readonly left: Told;
}

/** The commands of the guide describe no role. */
const DESCRIBED = '~ aws_iam_role.this: description';
const UNDESCRIBED = 'description = ""';
const OWN = '+ aws_iam_role_policy.own';

const TRUST_SSM = 'Allow sts:AssumeRole to Service ssm.amazonaws.com';
const trust = (sign: '+' | '-', text: string): string =>
  `~ aws_iam_role.this: assume_role_policy ${sign} ${text}`;
const own = (sign: '+' | '-', text: string): string =>
  `~ aws_iam_role_policy.own: policy ${sign} ${text}`;

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html: for Automation, and for activations. */
const BY_AUTOMATION = `${TRUST_SSM} if ArnLike aws:SourceArn = arn:aws:ssm:*:${ACCOUNT}:automation-execution/* and StringEquals aws:SourceAccount = ${ACCOUNT}`;
const BY_ACTIVATION = `${TRUST_SSM} if ArnEquals aws:SourceArn = arn:aws:ssm:*:${ACCOUNT}:* and StringEquals aws:SourceAccount = ${ACCOUNT}`;

const CENTRAL = `arn:aws:iam::${CENTRAL_ACCOUNT}`;
const ADMINISTRATION = `${CENTRAL}:role/AWS-SystemsManager-AutomationAdministrationRole`;
const PASS_ITSELF = `Allow iam:PassRole on arn:aws:iam::${ACCOUNT}:role/AWS-SystemsManager-AutomationExecutionRole`;
const IN_ORGANIZATION = 'StringEquals aws:PrincipalOrgID = o-exampleorgid';
const BY_NAME = `Allow sts:AssumeRole to AWS ${CENTRAL}:root if ArnEquals aws:PrincipalArn = ${ADMINISTRATION}`;
const NARROWER: Told = [
  trust('-', `Allow sts:AssumeRole to AWS ${ADMINISTRATION} if ${IN_ORGANIZATION}`),
  own('-', PASS_ITSELF),
  own('+', `${PASS_ITSELF} if StringEquals iam:PassedToService = ssm.amazonaws.com`),
  own('-', 'Allow resource-groups:ListGroupResources on *'),
  own(
    '+',
    `Allow resource-groups:ListGroupResources on arn:aws:resource-groups:*:${ACCOUNT}:group/*`,
  ),
];

/** By the module whose example it is. */
export const TAKE_OVERS: Readonly<Record<string, TakeOver>> = {
  'automation-administration-role': {
    shipped: [DESCRIBED, own('-', 'Allow organizations:ListAccountsForParent on *')],
    letter: `${UNDESCRIBED}\norganizational_units = true`,
    left: [],
  },
  'automation-execution-role': {
    shipped: [
      DESCRIBED,
      ...NARROWER,
      trust('+', BY_NAME),
      trust('-', TRUST_SSM),
      trust('+', BY_AUTOMATION),
    ],
    letter: `${UNDESCRIBED}\norganization_id = "o-exampleorgid"\nconfused_deputy_protection = false`,
    left: [...NARROWER, trust('+', `${BY_NAME} and ${IN_ORGANIZATION}`)],
  },
  'automation-service-role': {
    shipped: [
      DESCRIBED,
      OWN,
      trust('-', TRUST_SSM),
      trust('-', 'Allow sts:AssumeRole to Service ec2.amazonaws.com'),
      trust('+', BY_AUTOMATION),
    ],
    letter: `${UNDESCRIBED}\ntrusted_services = ["ec2.amazonaws.com"]\nconfused_deputy_protection = false`,
    left: [OWN],
  },
  'automation-user-access': {
    shipped: ['+ aws_iam_policy.this', '+ aws_iam_user_policy_attachment.this["jane"]'],
    letter: 'pass_role_services = []',
    left: ['+ aws_iam_policy.this', '+ aws_iam_user_policy_attachment.this["jane"]'],
  },
  'default-host-management': {
    shipped: [DESCRIBED],
    letter: UNDESCRIBED,
    // the emulator has no service settings to import
    left: ['+ aws_ssm_service_setting.this[0]'],
  },
  'hybrid-service-role': {
    shipped: [DESCRIBED, trust('-', TRUST_SSM), trust('+', BY_ACTIVATION)],
    letter: `${UNDESCRIBED}\nconfused_deputy_protection = false`,
    left: [],
  },
  'instance-profile': {
    shipped: [DESCRIBED.replace('this', 'this[0]')],
    letter: UNDESCRIBED,
    left: [],
  },
  'maintenance-window-role': { shipped: [DESCRIBED, OWN], letter: UNDESCRIBED, left: [OWN] },
  'notification-role': { shipped: [DESCRIBED, OWN], letter: UNDESCRIBED, left: [OWN] },
  'user-access': { shipped: [], letter: '', left: [] },
};
