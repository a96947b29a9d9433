import { administration } from '../../../../modules/automation-administration-role/cases';
import { automationAdministrationRole } from '../../../../modules/automation-administration-role/module';
import { execution } from '../../../../modules/automation-execution-role/cases';
import { differsFromPage } from '../../../../modules/automation-execution-role/differences';
import { automationExecutionRole } from '../../../../modules/automation-execution-role/module';
import { ACCOUNT, CENTRAL_ACCOUNT } from '../account';
import { ofCase } from './guide';
import type { Page, Procedure } from './guide';

const ADMINISTRATION = 'AWS-SystemsManager-AutomationAdministrationRole';
const EXECUTION = 'AWS-SystemsManager-AutomationExecutionRole';

const CENTRAL = `arn:aws:iam::${CENTRAL_ACCOUNT}`;
const ROLE = `${CENTRAL}:role/${ADMINISTRATION}`;
const IN_ORGANIZATION = 'StringEquals aws:PrincipalOrgID = o-exampleorgid';
const trusts = (principal: string, condition: string): string =>
  `trusts: Allow sts:AssumeRole to AWS ${principal} if ${condition}`;
const TRUST_SSM = 'trusts: Allow sts:AssumeRole to Service ssm.amazonaws.com';
const PASS_ITSELF = `grants: Allow iam:PassRole on arn:aws:iam::${ACCOUNT}:role/${EXECUTION}`;
const LIST_GROUPS = 'grants: Allow resource-groups:ListGroupResources on';

const WIDER = [PASS_ITSELF, `${LIST_GROUPS} *`];
const NARROWER = [
  `${PASS_ITSELF} if StringEquals iam:PassedToService = ssm.amazonaws.com`,
  `${LIST_GROUPS} arn:aws:resource-groups:*:${ACCOUNT}:group/*`,
];

const administrationRole: Procedure = {
  ...ofCase(automationAdministrationRole, administration, {
    page: ['grants: Allow organizations:ListAccountsForParent on *'],
    module: [],
  }),
  name: 'Automation over accounts: administration role',
  scripts: ['administration.console.sh'],
  subject: { kind: 'role', name: ADMINISTRATION },
  block: 'administration',
};

const executionRole: Procedure = {
  ...ofCase(automationExecutionRole, execution, {
    page: [...WIDER, trusts(ROLE, IN_ORGANIZATION), TRUST_SSM],
    module: [
      ...NARROWER,
      trusts(`${CENTRAL}:root`, `ArnEquals aws:PrincipalArn = ${ROLE}`),
      `${TRUST_SSM} if ArnLike aws:SourceArn = arn:aws:ssm:*:${ACCOUNT}:automation-execution/* and StringEquals aws:SourceAccount = ${ACCOUNT}`,
    ],
  }),
  name: 'Automation over accounts: execution role',
  scripts: ['execution.console.sh'],
  subject: { kind: 'role', name: EXECUTION },
  block: 'execution',
  left: {
    page: [...WIDER, trusts(ROLE, IN_ORGANIZATION)],
    module: [
      ...NARROWER,
      trusts(`${CENTRAL}:root`, `ArnEquals aws:PrincipalArn = ${ROLE} and ${IN_ORGANIZATION}`),
    ],
    why: [
      differsFromPage.trustByName.why,
      differsFromPage.passItselfToSystemsManagerOnly.why,
      differsFromPage.groupsOfTheAccount.why,
    ].join(' '),
  },
};

export const page: Page = {
  folder: 'automation-accounts',
  title: 'Running automations in multiple AWS Regions and accounts',
  url: administration.see,
  today: administration.see,
  mended: [
    'The page prints no policies: it has CloudFormation templates to download. What public copies of the templates for organizations hold is run in their place.',
    'The account that starts automations is 210987654321, and its organization o-exampleorgid.',
  ],
  procedures: [administrationRole, executionRole],
};
