import type { Case } from '../../generator/cases';
import { awsPage } from '../iam/aws-pages';
import { differsFromPage as differs } from './differences';
import type { SessionManagerUserAccessProps } from './inputs';

type OwnCase = Case<SessionManagerUserAccessProps>;

const always = [differs.ownSessions, differs.dataChannel, differs.hybridNodes, differs.anyRegion];
const inConsoles = [differs.connectionStatus, differs.consoles];

export const byTag: OwnCase = {
  title: 'Sessions on nodes with a tag',
  text: 'Name the tags that a node must have, and users, groups or roles.',
  procedure: 'Example 3: Restrict access based on tags',
  see: awsPage.sessionUserExamples,
  inputs: { instanceTags: { Finance: 'WebServers' }, users: ['jane'] },
  toTheLetter: { console: false, regions: ['us-east-2'] },
  differs: [...always, ...inConsoles],
};

export const byId: OwnCase = {
  title: 'Sessions on named nodes',
  text: 'Name the nodes by their IDs, and users, groups or roles.',
  procedure: 'Example 2: Restrict access to specific managed nodes',
  see: awsPage.sessionUserExamples,
  inputs: {
    policyName: 'SessionsOnNamedNodes',
    instanceIds: ['i-1234567890EXAMPLE', 'i-abcdefghijEXAMPLE', 'i-0e9d8c7b6aEXAMPLE'],
    users: ['jane'],
  },
  toTheLetter: { console: false },
  differs: [...always, ...inConsoles],
};

export const endUser: OwnCase = {
  title: 'End users with encrypted sessions',
  text: 'Name the nodes, and the KMS key with which the preferences of Session Manager encrypt sessions.',
  procedure: 'Quickstart end user policies for Session Manager',
  see: awsPage.sessionUsers,
  inputs: {
    policyName: 'SessionEndUsers',
    instanceIds: ['i-02573cafcfEXAMPLE'],
    kmsKeyArns: ['arn:aws:kms:us-east-2:123456789012:key/key-name'],
    users: ['jane'],
  },
  toTheLetter: { ownSessions: 'iam-user' },
  differs: [...always, ...inConsoles, differs.noSendCommand],
};

export const administrator: OwnCase = {
  title: 'Administrators of Session Manager',
  text: 'Set `administrator`. Without tags or IDs they start sessions on all nodes.',
  procedure: 'Quickstart administrator policies for Session Manager',
  see: awsPage.sessionUsers,
  inputs: {
    policyName: 'SessionAdministrators',
    administrator: true,
    instanceTags: { Finance: 'WebServers' },
    users: ['jane'],
  },
  toTheLetter: { ownSessions: 'iam-user' },
  differs: [...always, ...inConsoles, differs.endOthers, differs.noSendCommand],
};

export const ssh: OwnCase = {
  title: 'SSH connections through Session Manager',
  text: 'Name the document of AWS and leave out the shell.',
  procedure: 'To allow SSH connections through Session Manager',
  see: awsPage.sessionSsh,
  inputs: {
    policyName: 'SshThroughSessionManager',
    instanceIds: ['i-02573cafcfEXAMPLE'],
    documents: ['AWS-StartSSHSession'],
    users: ['jane'],
  },
  toTheLetter: { console: false },
  differs: [...always, differs.consoles, differs.documentCheck, differs.documentsOfAws],
};

export const cases = [byTag, byId, endUser, administrator, ssh];
