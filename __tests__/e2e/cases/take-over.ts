import type { Difference } from '../../../generator/cases';
import { differsFromPage as administration } from '../../../modules/automation-administration-role/differences';
import { differsFromPage as execution } from '../../../modules/automation-execution-role/differences';
import { differsFromPage as service } from '../../../modules/automation-service-role/differences';
import { differsFromPage as runners } from '../../../modules/automation-user-access/differences';
import { differsFromPage as hybridNodes } from '../../../modules/hybrid-service-role/differences';
import { differsFromPage as windowTasks } from '../../../modules/maintenance-window-role/differences';
import { differsFromPage as notifying } from '../../../modules/notification-role/differences';
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
  instanceProfile.olderPage,
  instanceProfile.page,
  notifications.page,
  windows.consolePage,
  windowUsers.page,
];

/** What a plan does beside importing: `+` creates, others change an attribute or a permission in it. */
export type Told = readonly string[];

/** What a difference from the guide that the README tells makes a plan do. */
type ByDifference = readonly [Difference, ...Told];

/** An example, and what AWS's documents make its plan do. */
export interface TakeOver {
  /** As it is shipped: what differs from the guide. */
  readonly told: readonly ByDifference[];
  /** As it is shipped: the description of the role, of which the guide says nothing. */
  readonly described: Told;
  /** Inputs that ask for what the guide has, in HCL. */
  readonly letter: string;
  /** What no input makes equal. */
  readonly left: Told;
}

/** The commands of the guide describe no role. */
const DESCRIBED = '~ aws_iam_role.this: description';
const UNDESCRIBED = 'description = ""';
const OWN = '+ aws_iam_role_policy.own';
const OF_RUNNERS: Told = ['+ aws_iam_policy.this', '+ aws_iam_user_policy_attachment.this["jane"]'];

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
const NARROWER: readonly ByDifference[] = [
  [
    execution.organizationOnRequest,
    trust('-', `Allow sts:AssumeRole to AWS ${ADMINISTRATION} if ${IN_ORGANIZATION}`),
  ],
  [
    execution.passItselfToSystemsManagerOnly,
    own('-', PASS_ITSELF),
    own('+', `${PASS_ITSELF} if StringEquals iam:PassedToService = ssm.amazonaws.com`),
  ],
  [
    execution.groupsOfTheAccount,
    own('-', 'Allow resource-groups:ListGroupResources on *'),
    own(
      '+',
      `Allow resource-groups:ListGroupResources on arn:aws:resource-groups:*:${ACCOUNT}:group/*`,
    ),
  ],
];

/** What rows say, without what tells them. */
export const linesOf = (rows: readonly ByDifference[]): string[] =>
  rows.flatMap(([, ...lines]) => lines);

/** Inputs with which the role passes what the role of the guide passes. */
const PASSES = `pass_role_arns = ["arn:aws:iam::${ACCOUNT}:role/ManagedInstances"]
pass_role_services = []
pass_itself_to_services = []`;

/** By the module whose example it is. */
export const TAKE_OVERS: Readonly<Record<string, TakeOver>> = {
  'automation-administration-role': {
    told: [
      [administration.unitsOnRequest, own('-', 'Allow organizations:ListAccountsForParent on *')],
    ],
    described: [DESCRIBED],
    letter: `${UNDESCRIBED}\norganizational_units = true`,
    left: [],
  },
  'automation-execution-role': {
    told: [
      ...NARROWER,
      [execution.trustByName, trust('+', BY_NAME)],
      [execution.guardedTrust, trust('-', TRUST_SSM), trust('+', BY_AUTOMATION)],
    ],
    described: [DESCRIBED],
    letter: `${UNDESCRIBED}\norganization_id = "o-exampleorgid"\nconfused_deputy_protection = false`,
    left: [...linesOf(NARROWER), trust('+', `${BY_NAME} and ${IN_ORGANIZATION}`)],
  },
  'automation-service-role': {
    told: [
      [service.onePolicy, OWN],
      [service.noEc2, trust('-', 'Allow sts:AssumeRole to Service ec2.amazonaws.com')],
      [service.guardedTrust, trust('-', TRUST_SSM), trust('+', BY_AUTOMATION)],
    ],
    described: [DESCRIBED],
    letter: `${UNDESCRIBED}\n${PASSES}\ntrusted_services = ["ec2.amazonaws.com"]\nconfused_deputy_protection = false`,
    // the two services have a statement each
    left: [OWN, '~ aws_iam_role.this: assume_role_policy (same permissions)'],
  },
  'automation-user-access': {
    told: [[runners.managedPolicy, ...OF_RUNNERS]],
    described: [],
    letter: 'pass_role_services = []',
    left: OF_RUNNERS,
  },
  'default-host-management': {
    told: [],
    described: [DESCRIBED],
    letter: UNDESCRIBED,
    // the emulator has no service settings to import
    left: ['+ aws_ssm_service_setting.this[0]'],
  },
  'hybrid-service-role': {
    told: [[hybridNodes.guardedTrust, trust('-', TRUST_SSM), trust('+', BY_ACTIVATION)]],
    described: [DESCRIBED],
    letter: `${UNDESCRIBED}\nconfused_deputy_protection = false`,
    left: [],
  },
  'instance-profile': {
    told: [],
    described: [DESCRIBED.replace('this', 'this[0]')],
    letter: UNDESCRIBED,
    left: [],
  },
  'maintenance-window-role': {
    told: [[windowTasks.inlinePolicy, OWN]],
    described: [DESCRIBED],
    letter: UNDESCRIBED,
    left: [OWN],
  },
  'notification-role': {
    told: [[notifying.inlinePolicy, OWN]],
    described: [DESCRIBED],
    letter: UNDESCRIBED,
    left: [OWN],
  },
  'user-access': { told: [], described: [], letter: '', left: [] },
};
