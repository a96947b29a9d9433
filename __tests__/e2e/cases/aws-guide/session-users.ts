import * as cases from '../../../../modules/session-manager-user-access/cases';
import { differsFromPage } from '../../../../modules/session-manager-user-access/differences';
import { sessionManagerUserAccess } from '../../../../modules/session-manager-user-access/module';
import type { Difference } from '../../harness/iam-content';
import { ACCOUNT } from '../account';
import { ofCase } from './guide';
import type { Page, Procedure } from './guide';

const GUIDE = 'https://docs.aws.amazon.com/systems-manager/latest/userguide';

const allow = (action: string, resource: string, condition = ''): string =>
  `grants: Allow ${action} on ${resource}${condition === '' ? '' : ` if ${condition}`}`;

const ssm = (resource: string, region = '*', account = ACCOUNT): string =>
  `arn:aws:ssm:${region}:${account}:${resource}`;
const instance = (id: string, region = '*'): string =>
  `arn:aws:ec2:${region}:${ACCOUNT}:instance/${id}`;

const TAG = 'StringLike ssm:resourceTag/Finance = WebServers';
const CHECK = 'BoolIfExists ssm:SessionDocumentAccessCheck = true';
const SHELL = 'document/SSM-SessionManagerRunShell';
const HERE = 'us-east-2';
const START = 'ssm:StartSession';
const STATUS = 'ssm:GetConnectionStatus';
const CHANNEL = 'ssmmessages:OpenDataChannel';
const END = ['ssm:TerminateSession', 'ssm:ResumeSession'];

/** What is one's own, by the pattern of the page, by the tag of a session, and by the name of a user. */
const BY_PATTERN = [CHANNEL, ...END].map((action) =>
  allow(action, ssm('session/${aws:userid}-*', '*', '*')),
);
const BY_TAG = [
  allow(CHANNEL, ssm('session/*')),
  ...END.map((action) =>
    allow(
      action,
      ssm('session/*'),
      'StringLike ssm:resourceTag/aws:ssmmessages:session-id = ${aws:userid}*',
    ),
  ),
];
const BY_NAME = [CHANNEL, ...END].map((action) => allow(action, ssm('session/${aws:username}-*')));

/** What each sample for a console lists, and the module for all of them. */
const PAGE_LISTS = [
  'ssm:DescribeSessions',
  'ssm:DescribeInstanceProperties',
  'ec2:DescribeInstances',
].map((action) => allow(action, '*'));
const MORE_LISTS = ['ssm:DescribeInstanceInformation', 'ssm:ListDocuments'].map((action) =>
  allow(action, '*'),
);
const READS_SHELL = allow('ssm:GetDocument', ssm(SHELL));
const IN_CONSOLES = [...MORE_LISTS, READS_SHELL];
const ANY_STATUS = allow(STATUS, '*');

const startsOn = (resources: readonly string[], condition = ''): string[] =>
  resources.map((resource) => allow(START, resource, condition));
const readsStatusOf = (resources: readonly string[], condition = ''): string[] =>
  resources.map((resource) => allow(STATUS, resource, condition));

const whys = ({ differs }: { readonly differs: readonly { readonly why: string }[] }): string =>
  differs.map(({ why }) => why).join(' ');

const inPolicy = (name: string): Pick<Procedure, 'subject'> => ({
  subject: { kind: 'policy', name },
});

/** The document of the region on the page, and of every region in the module. */
const SHELL_ANYWHERE: Difference = {
  page: [allow(START, ssm(SHELL, HERE))],
  module: [allow(START, ssm(SHELL))],
};

const TAGGED_HERE = [instance('*', HERE), ssm('managed-instance/*', HERE)];
const TAGGED = [instance('*'), ssm('managed-instance/*')];

const byTag: Procedure = {
  ...inPolicy('SSMSessionManagerAccess'),
  ...ofCase(sessionManagerUserAccess, cases.byTag, {
    page: [...BY_PATTERN, ...SHELL_ANYWHERE.page, ...startsOn([instance('*', HERE)], TAG)],
    module: [
      ...BY_TAG,
      ...SHELL_ANYWHERE.module,
      ...startsOn(TAGGED, TAG),
      ...readsStatusOf(TAGGED, TAG),
      ...PAGE_LISTS,
      ...IN_CONSOLES,
    ],
  }),
  name: 'Session Manager: nodes by tag',
  scripts: ['one-tag.console.sh'],
  block: 'by_tag',
  left: {
    page: [...BY_PATTERN, ...SHELL_ANYWHERE.page],
    module: [...BY_TAG, ...SHELL_ANYWHERE.module, ...startsOn(TAGGED_HERE.slice(1), TAG)],
    why: whys({ differs: cases.byTag.differs.slice(0, 4) }),
  },
};

const IDS = ['i-1234567890EXAMPLE', 'i-abcdefghijEXAMPLE', 'i-0e9d8c7b6aEXAMPLE'];
const NAMED_HERE = IDS.map((id) => instance(id, HERE));
const NAMED = IDS.map((id) => instance(id));

const byId: Procedure = {
  ...inPolicy('SessionsOnNamedNodes'),
  ...ofCase(sessionManagerUserAccess, cases.byId, {
    page: [...BY_PATTERN, ...SHELL_ANYWHERE.page, ...startsOn(NAMED_HERE)],
    module: [
      ...BY_TAG,
      ...SHELL_ANYWHERE.module,
      ...startsOn(NAMED),
      ...readsStatusOf(NAMED),
      ...PAGE_LISTS,
      ...IN_CONSOLES,
    ],
  }),
  name: 'Session Manager: named nodes',
  scripts: ['named-nodes.console.sh'],
  block: 'by_id',
  left: {
    page: [...BY_PATTERN, ...SHELL_ANYWHERE.page, ...startsOn(NAMED_HERE)],
    module: [...BY_TAG, ...SHELL_ANYWHERE.module, ...startsOn(NAMED)],
    why: whys({ differs: cases.byId.differs.slice(0, 4) }),
  },
};

const NODE = 'i-02573cafcfEXAMPLE';
const END_USER: Difference = {
  page: [...BY_PATTERN, ...SHELL_ANYWHERE.page, ...startsOn([instance(NODE, HERE)]), ANY_STATUS],
  module: [
    ...SHELL_ANYWHERE.module,
    ...startsOn([instance(NODE)]),
    ...readsStatusOf([instance(NODE)]),
    ...IN_CONSOLES,
  ],
};

const endUser: Procedure = {
  ...inPolicy('SessionEndUsers'),
  ...ofCase(sessionManagerUserAccess, cases.endUser, {
    page: END_USER.page,
    module: [...BY_TAG, ...END_USER.module],
  }),
  name: 'Session Manager: end users',
  scripts: ['end-user.console.sh'],
  block: 'end_users',
  left: {
    page: END_USER.page,
    module: [...BY_NAME, ...END_USER.module],
    why: whys(cases.endUser),
  },
};

const ADMINISTRATOR: Difference = {
  page: [
    ...BY_PATTERN,
    ANY_STATUS,
    ...['ssm:CreateDocument', 'ssm:UpdateDocument', 'ssm:GetDocument', START].map((action) =>
      allow(action, ssm(SHELL, HERE)),
    ),
  ],
  module: [
    ...['ssm:CreateDocument', 'ssm:UpdateDocument', START].map((action) =>
      allow(action, ssm(SHELL)),
    ),
    ...startsOn([ssm('managed-instance/*')], TAG),
    ...readsStatusOf(TAGGED, TAG),
    ...IN_CONSOLES,
    allow('ssm:TerminateSession', ssm('session/*')),
  ],
};

const administrator: Procedure = {
  ...inPolicy('SessionAdministrators'),
  ...ofCase(sessionManagerUserAccess, cases.administrator, {
    page: ADMINISTRATOR.page,
    module: [...BY_TAG, ...ADMINISTRATOR.module],
  }),
  name: 'Session Manager: administrators',
  scripts: ['administrator.console.sh'],
  block: 'administrators',
  left: {
    page: ADMINISTRATOR.page,
    module: [...BY_NAME, ...ADMINISTRATOR.module],
    why: whys(cases.administrator),
  },
};

const SSH = 'document/AWS-StartSSHSession';
const [CHANNEL_BY_PATTERN = ''] = BY_PATTERN;
const SSH_ALLOWED: Difference = {
  page: [CHANNEL_BY_PATTERN, ...startsOn([instance(NODE, HERE), ssm(SSH, '*', '*')])],
  module: [...BY_TAG, ...startsOn([instance(NODE), ssm(SSH), ssm(SSH, '*', '')], CHECK)],
};

const ssh: Procedure = {
  ...inPolicy('SshThroughSessionManager'),
  ...ofCase(sessionManagerUserAccess, cases.ssh, {
    page: SSH_ALLOWED.page,
    module: [
      ...SSH_ALLOWED.module,
      ...readsStatusOf([instance(NODE)], CHECK),
      ...PAGE_LISTS,
      ...MORE_LISTS,
      ...[ssm(SSH), ssm(SSH, '*', '')].map((document) => allow('ssm:GetDocument', document)),
    ],
  }),
  name: 'Session Manager: SSH',
  scripts: ['allow.console.sh'],
  block: 'ssh',
  left: {
    ...SSH_ALLOWED,
    why: whys({
      differs: [...cases.ssh.differs.filter((one) => one !== differsFromPage.consoles)],
    }),
  },
};

const page = (folder: string, title: string, url: string, procedures: Procedure[]): Page => ({
  ...{ folder, title, url, today: url, procedures },
  mended: [
    'The page names neither policies nor a region and account of ours: these are filled in.',
  ],
});

export const pages: readonly Page[] = [
  {
    ...page(
      'session-manager-examples',
      'Additional sample IAM policies for Session Manager',
      `${GUIDE}/getting-started-restrict-access-examples.html`,
      [byId, byTag],
    ),
    given: 'given.sh',
  },
  page(
    'session-manager-quickstart',
    'Quickstart default IAM policies for Session Manager',
    `${GUIDE}/getting-started-restrict-access-quickstart.html`,
    [endUser, administrator],
  ),
  page(
    'session-manager-ssh',
    'Allow and control permissions for SSH connections through Session Manager',
    `${GUIDE}/session-manager-getting-started-enable-ssh-connections.html`,
    [ssh],
  ),
];
